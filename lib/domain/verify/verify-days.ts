import type { Tx } from '@/db/engines/engine';
import { countDaysFromOrders, listDayTotals } from '@/db/queries/day-totals';

type DayTotal = Awaited<ReturnType<typeof listDayTotals>>[number];

function figures({ orders, totalMinor, paidMinor }: Omit<DayTotal, 'day' | 'status'>): string {
  return `${orders} orders, ${totalMinor} and ${paidMinor} paid`;
}

/** The totals of every day and status, against the orders themselves. At most 20 problems. */
export async function verifyDays(tx: Tx): Promise<string[]> {
  const stored = new Map((await listDayTotals(tx, {})).map((row) => [`${row.day} ${row.status}`, figures(row)]));
  const counted = new Map((await countDaysFromOrders(tx)).map((row) => [`${row.day} ${row.status}`, figures(row)]));
  const nothing = figures({ orders: 0, totalMinor: 0, paidMinor: 0 });
  const days = [...new Set([...stored.keys(), ...counted.keys()])];
  const told = (of: Map<string, string>, day: string) => of.get(day) ?? nothing;
  return days
    .filter((day) => told(stored, day) !== told(counted, day))
    .map((day) => `totals of ${day}: ${told(stored, day)}; its orders give ${told(counted, day)}`)
    .slice(0, 20);
}
