/** The letter or sign of a key by its place on the keyboard, so that the Russian layout gives the same. */
export function keyOf(event: Pick<KeyboardEvent, 'code' | 'key'>): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return letter;
  // The signs have other places in other layouts, so the sign itself counts too.
  if (event.key === '?' || event.key === '/') return event.key;
  return { BracketLeft: '[', BracketRight: ']', Slash: '/' }[event.code] ?? event.key;
}

/** Whether a key goes into a field and must not act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/** Where `G` and a letter lead. */
export const places: Record<string, string> = {
  V: '/',
  O: '/orders',
  C: '/clients',
  P: '/products',
  R: '/reports',
  H: '/history',
  S: '/settings',
};

/** Presses what a key stands on: the first visible element with this `data-key`. */
export function pressKey(key: string): boolean {
  const shown = (element: HTMLElement) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null;
  const target = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].find(shown);
  if (!target) return false;
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') {
    target.focus();
    target.select();
  } else {
    target.focus();
    target.click();
  }
  return true;
}
