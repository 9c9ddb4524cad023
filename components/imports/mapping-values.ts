import { type ImportEntity, type ImportMapping, importFields, matchKeys } from '@/lib/domain/imports/schema';

/** The form of the columns as a mapping: `c3` = `email`, `match.email` = `1`. Fields nobody knows are left out. */
export function mappingIn(entity: ImportEntity, count: number, values: Record<string, string>): ImportMapping {
  const known: readonly string[] = importFields[entity];
  const columns = Array.from({ length: count }, (_, n) => {
    const field = values[`c${n}`];
    return field !== undefined && known.includes(field) ? field : null;
  });
  return { columns, matchBy: matchKeys[entity].filter((key) => values[`match.${key}`] === '1') };
}

/** Columns whose field an earlier column has: each with the number of that column. */
export function doubledColumns({ columns }: ImportMapping): Map<number, number> {
  const found = new Map<number, number>();
  for (const [n, field] of columns.entries()) {
    const first = columns.indexOf(field);
    if (field !== null && first < n) found.set(n, first);
  }
  return found;
}
