/**
 * Where an action leads, with the list (`in`) of the address it was pressed at when it leads there again: a card goes on
 * knowing what it was opened from. `from` is the `Referer`.
 */
export function keepList(path: string, from: string | null): string {
  const at = from && URL.canParse(from) ? new URL(from) : undefined;
  const to = new URL(path, 'http://localhost');
  const list = at?.searchParams.get('in');
  if (!list || at?.pathname !== to.pathname || to.searchParams.has('in')) return path;
  to.searchParams.set('in', list);
  return `${to.pathname}${to.search}${to.hash}`;
}
