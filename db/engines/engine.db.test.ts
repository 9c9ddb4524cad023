import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { getEngine } from '../client';
import { signInFailures } from '../schema/users';
import { isDbError } from './db-error';

const row = (key: string) => ({ key, failures: 1, blockedUntil: 0, updatedAt: 0 });
const keys = () => getEngine().read(async (tx) => (await tx.select().from(signInFailures)).map(({ key }) => key).sort());

beforeEach(async () => {
  await getEngine().transaction(async (tx) => void (await tx.delete(signInFailures)));
});

test('a unit that throws leaves nothing', async () => {
  const failing = getEngine().transaction(async (tx) => {
    await tx.insert(signInFailures).values(row('a'));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await keys()).toEqual([]);
});

test('a read unit cannot write', async () => {
  await expect(getEngine().read(async (tx) => void (await tx.insert(signInFailures).values(row('a'))))).rejects.toThrow();
  expect(await keys()).toEqual([]);
});

test('a reader never sees a row of an open transaction', async () => {
  const seen: string[][] = [];
  await getEngine().transaction(async (tx) => {
    await tx.insert(signInFailures).values(row('open'));
    seen.push(await keys());
  });
  expect([seen, await keys()]).toEqual([[[]], ['open']]);
});

test('a read unit is one view of the data', async () => {
  const counts: number[] = [];
  await getEngine().read(async (tx) => {
    counts.push((await tx.select().from(signInFailures)).length);
    await getEngine().transaction(async (other) => void (await other.insert(signInFailures).values(row('later'))));
    counts.push((await tx.select().from(signInFailures)).length);
  });
  expect(counts).toEqual([0, 0]);
});

test('a snapshot stays at its moment while others read and write', async () => {
  const counts: number[] = [];
  await getEngine().snapshot(async (tx) => {
    const count = async () => counts.push((await tx.select().from(signInFailures)).length);
    await count();
    await getEngine().transaction(async (other) => void (await other.insert(signInFailures).values(row('later'))));
    expect(await keys()).toEqual(['later']);
    await count();
  });
  expect(counts).toEqual([0, 0]);
});

test('a snapshot cannot write', async () => {
  await expect(getEngine().snapshot(async (tx) => void (await tx.insert(signInFailures).values(row('a'))))).rejects.toThrow();
  expect(await keys()).toEqual([]);
});

test('a refused constraint has the same kind on every engine', async () => {
  const insert = () => getEngine().transaction(async (tx) => void (await tx.insert(signInFailures).values(row('twice'))));
  await insert();
  const error = await insert().catch((cause: unknown) => cause);
  expect(isDbError(error) && error.kind).toBe('unique');
});

test('read-then-write units at once lose no update', async () => {
  await getEngine().transaction(async (tx) => void (await tx.insert(signInFailures).values({ ...row('counter'), failures: 0 })));
  const increment = () =>
    getEngine().transaction(async (tx) => {
      const [counter] = await tx.select().from(signInFailures).where(eq(signInFailures.key, 'counter'));
      await tx
        .update(signInFailures)
        .set({ failures: (counter?.failures ?? 0) + 1 })
        .where(eq(signInFailures.key, 'counter'));
    });
  // A few at a time, as a small pool does: every one of them must get through in the end.
  for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 4 }, increment));
  const [counter] = await getEngine().read((tx) => tx.select().from(signInFailures).where(eq(signInFailures.key, 'counter')));
  expect(counter?.failures).toBe(20);
});

test('sums come back as numbers', async () => {
  await getEngine().transaction(
    async (tx) =>
      void (await tx.insert(signInFailures).values([
        { ...row('a'), failures: 4_000_000_000_000 },
        { ...row('b'), failures: 5 },
      ])),
  );
  const [sum] = await getEngine().read((tx) => tx.select({ n: sql`sum(${signInFailures.failures})`.mapWith(Number) }).from(signInFailures));
  expect(sum?.n).toBe(4_000_000_000_005);
});
