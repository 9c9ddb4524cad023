/** The single row a statement always gives (an aggregate, a RETURNING). */
export function only<R>(rows: readonly R[]): R {
  const [row] = rows;
  if (!row) throw new Error('a statement that always answers a row answered none');
  return row;
}
