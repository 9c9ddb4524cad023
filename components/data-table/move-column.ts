/** An order of columns with one of them a place up or down: `client:-1`. */
export function moveColumn(order: readonly string[], move: string): string[] {
  const [name = '', by = ''] = move.split(':');
  const at = order.indexOf(name);
  const to = at + (by === '-1' ? -1 : 1);
  const next = [...order];
  if (at < 0 || to < 0 || to >= order.length) return next;
  next.splice(at, 1);
  next.splice(to, 0, name);
  return next;
}
