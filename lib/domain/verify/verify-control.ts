import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '../context';
import { formatMilli, formatMinor } from '../money';
import { controlTotals } from './control';
import { type ControlRow, holds, type Sums, wrongFigures } from './control-row';

const written: Record<keyof Sums, (value: number) => string> = {
  count: (count) => `${count} orders`,
  completed: (count) => `${count} completed`,
  quantityMilli: (milli) => `${formatMilli(milli)} units`,
  totalMinor: formatMinor,
  averageMinor: (minor) => `${formatMinor(minor)} an order`,
};

/** `listAll shows 3 orders, 500.00; the lines give 2 orders, 400.00; orders 7, 9`. */
function problemOf(row: ControlRow): string {
  const wrong = wrongFigures(row);
  const told = (sums: Sums | null) => wrong.map((name) => written[name](sums?.[name] ?? 0)).join(', ');
  const sums = wrong.length > 0 ? ` shows ${told(row.shown)}; the lines give ${told(row.counted)}` : ' differs';
  const { of, names } = row.differing ?? { of: '', names: [] };
  return `${row.what}${sums}${names.length > 0 ? `: ${of} ${names.join(', ')}` : ''}`;
}

/** Every sum that is shown, against the lines, as the page of the control does it. One sentence for each that differs. */
export async function verifyControl(tx: Tx, now: Ctx['now']): Promise<string[]> {
  return (await controlTotals(tx, now)).rows.filter((row) => !holds(row)).map(problemOf);
}
