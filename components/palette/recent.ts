/** The addresses of cards, and nothing of what stands on them: this device keeps no names. */
const name = 'recent';

/** Cards that are remembered. */
const atMost = 8;

/** The cards looked at last, the latest first. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((path): path is string => typeof path === 'string' && isCard(path)) : [];
  } catch {
    return [];
  }
}

function isCard(path: string): boolean {
  return /^\/(orders|clients|products)\/[1-9]\d{0,14}$/.test(path);
}

/** Remembers a card that is looked at; any other page is none. */
export function noteRecent(path: string): void {
  if (!isCard(path)) return;
  try {
    localStorage.setItem(name, JSON.stringify([path, ...readRecent().filter((other) => other !== path)].slice(0, atMost)));
  } catch {
    // A full or forbidden storage: the palette works without it.
  }
}
