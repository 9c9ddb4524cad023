import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { clientSumsOfDay, productSumsOfDay } from '@/db/queries/overview';
import { formalName } from '../clients/client-name';
import { type DayRange, eachDay } from '../period';

export interface Ranked {
  name: string;
  orders: number;
  /** Kopecks. */
  totalMinor: number;
}

export interface RankedClient extends Ranked {
  clientId: number;
}

export interface RankedProduct extends Ranked {
  /** Null for one that is not in the catalogue and goes by its name. */
  productId: number | null;
}

/** Rows of a ranking. */
const shown = 8;

/** Sums of the same key put together, and the largest of them. */
function largest<R extends { orders: number; totalMinor: number }>(sums: Map<string | number, R>): R[] {
  return [...sums.values()].sort((a, b) => b.totalMinor - a.totalMinor || b.orders - a.orders).slice(0, shown);
}

/** Day by day, so that a month of a large company never holds the loop for long. */
async function sumDays<R extends { orders: number; totalMinor: number }>(
  days: DayRange,
  read: (day: string) => Promise<R[]>,
  keyOf: (row: R) => string | number,
): Promise<Map<string | number, R>> {
  const sums = new Map<string | number, R>();
  for (const day of eachDay(days)) {
    for (const row of await read(day)) {
      const sum = sums.get(keyOf(row));
      sums.set(keyOf(row), sum ? { ...row, orders: sum.orders + row.orders, totalMinor: sum.totalMinor + row.totalMinor } : row);
    }
    await breathe();
  }
  return sums;
}

/** Step: the clients who ordered most in some days. */
export async function topClients(tx: Tx, days: DayRange): Promise<RankedClient[]> {
  const sums = await sumDays(
    days,
    (day) => clientSumsOfDay(tx, day),
    ({ clientId }) => clientId,
  );
  const ranked: RankedClient[] = [];
  for (const { clientId, orders, totalMinor } of largest(sums)) {
    const client = await findClient(tx, clientId);
    ranked.push({ clientId, name: client ? client.company || formalName(client) : '', orders, totalMinor });
  }
  return ranked;
}

/** Step: the products that brought most in some days. */
export async function topProducts(tx: Tx, days: DayRange): Promise<RankedProduct[]> {
  const sums = await sumDays(
    days,
    (day) => productSumsOfDay(tx, day),
    ({ productId, ownName }) => productId ?? ownName,
  );
  return largest(sums);
}
