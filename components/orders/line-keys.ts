export type LineCommand = 'next' | 'up' | 'down' | 'moveUp' | 'moveDown' | 'duplicate' | 'remove';

type Keys = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key means in a line. By the place of the key, so that it is the same in every keyboard layout. */
export function lineCommand({ code, ctrlKey, metaKey, altKey, shiftKey }: Keys): LineCommand | undefined {
  const ctrl = ctrlKey || metaKey;
  if (code === 'KeyD' && ctrl && !shiftKey && !altKey) return 'duplicate';
  if (code === 'Backspace' && ctrl && shiftKey) return 'remove';
  if (ctrl) return undefined;
  if (!altKey && (code === 'Enter' || code === 'NumpadEnter')) return 'next';
  if (shiftKey) return undefined;
  if (code === 'ArrowUp') return altKey ? 'moveUp' : 'up';
  if (code === 'ArrowDown') return altKey ? 'moveDown' : 'down';
  return undefined;
}
