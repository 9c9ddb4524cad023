import type { AbcClass, GroupRow } from './analysis';

/** From those who bring most to those who bring least. */
export const abcClasses = ['A', 'B', 'C'] as const satisfies readonly AbcClass[];

/** Where a class ends, in hundredths of a percent of the running share. */
const ends = { A: 8000, B: 9500 };

/**
 * The class of a row of a table that is sorted by sum: A down to 80 % of the whole, B down to 95 %, C the rest. The largest row is
 * of A whatever its share, and a row that leaps over a whole class is of that class. What brought nothing is of C.
 */
export function abcClass({ totalMinor, share, cumulative }: Pick<GroupRow, 'totalMinor' | 'share' | 'cumulative'>): AbcClass {
  const before = cumulative - share;
  if (totalMinor === 0) return 'C';
  if (cumulative <= ends.A || before === 0) return 'A';
  return cumulative <= ends.B || before < ends.A ? 'B' : 'C';
}
