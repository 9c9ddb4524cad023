import { bulkLoad } from '@/db/client';
import { isWithoutRecords, lastJournal } from '@/db/queries/seed';
import { readSettings } from '@/db/queries/settings';
import { momentsOf, seedCalendar } from './calendar';
import { dueDay, paymentsOf, statusAt } from './fate';
import { SeedLoad, seededTables } from './load';
import { Random } from './random';
import { seedClient, seedOrder } from './records';

/** The database cannot be filled; the message says why in one sentence. */
export class SeedError extends Error {}

export interface SeedSize {
  clients: number;
  orders: number;
  seed: number;
  /** `YYYY-MM-DD`: five years of business end there. */
  until: string;
}

/** Records between two looks at memory. */
const stretch = 200;

/**
 * Fills an empty database with invented clients and orders of five years, ids from 1, with journal, seals, searched texts and
 * day totals: the same rows for the same size on every machine and engine. All or nothing. Throws `SeedError` when there are
 * records, `DbError` of kind `busy` when another program has an SQLite file open.
 */
export async function seedDatabase(url: string, size: SeedSize, progress: (done: number, all: number) => void): Promise<void> {
  await bulkLoad(url, seededTables, async (load) => {
    if (!(await isWithoutRecords(load.tx))) throw new SeedError('The database has records already: a seed needs an empty one.');
    const { timeZone } = await readSettings(load.tx);
    const random = new Random(size.seed);
    const salts = new Random(size.seed + 1_000_003);
    const calendar = seedCalendar(random, size, timeZone);
    const journal = await lastJournal(load.tx);
    const records = new SeedLoad(load, { timeZone, journal, requestId: `seed-${size.seed}`, salt: () => salts.hex(4) });
    const all = size.clients + size.orders;
    let done = 0;
    const next = async () => {
      done += 1;
      if (done % stretch === 0) await load.flush();
      progress(done, all);
    };
    for (const [n, day] of calendar.entries()) {
      const age = calendar.length - 1 - n;
      for (const at of momentsOf(day, random, day.clients, 8, 9)) {
        records.addClient(seedClient(random, records.clientCount), at);
        await next();
      }
      for (const at of momentsOf(day, random, day.orders, 9, 20)) {
        const clientAt = random.rank(records.clientCount);
        const status = statusAt(random, age);
        const input = { ...seedOrder(random, clientAt + 1), ...dueDay(random, day.day), status };
        records.addOrder(clientAt, input, at, (totalMinor, on) => paymentsOf(random, { status, totalMinor, day: on, until: size.until }));
        await next();
      }
    }
    records.finish();
  });
}
