import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemCtx } from '@/lib/testing/people';
import { createClient } from './clients/create-client';
import { listClientPage } from './clients/list-clients';
import { clientListSorts } from './clients/schema';
import type { SortedBy } from './list-page';
import { createOrder } from './orders/create-order';
import { deleteOrder } from './orders/delete-order';
import { editOrder } from './orders/edit-order';
import { listOrderPage } from './orders/list-orders';
import { type OrderListSort, orderListSorts } from './orders/schema';

const ctx = systemCtx();
const ids: number[] = [];

/** Few different values, so that every sorting has many equal keys. */
function orderInput(random: number) {
  const items = [{ product: ['Стол', 'Ёлка', 'стул'][random % 3] ?? '', quantity: 1000 * ((random % 2) + 1), price: 100 * (random % 4) }];
  return { client: (random % 3) + 1, items, description: random % 5 ? '' : 'Д'.repeat(150 + (random % 2)) };
}

beforeAll(async () => {
  for (const company of ['Берег', 'Ёлки', 'Берег']) await createClient(ctx, { company });
  for (let n = 0; n < 40; n++) ids.push((await createOrder(ctx, orderInput(n * 7 + 3))).order.id);
});

async function walk(sorting: SortedBy<OrderListSort>, back: boolean, between: () => Promise<void>): Promise<number[]> {
  const seen: number[] = [];
  const page = { ...sorting, limit: 3 };
  let at: string | undefined;
  if (back) {
    // To the last page first, then back.
    let last = await listOrderPage(ctx, {}, { ...page, limit: 1000 });
    last = await listOrderPage(ctx, {}, { ...page, limit: (last.rows.length || 2) - 1 });
    at = last.next;
    const tail = await listOrderPage(ctx, {}, { ...page, after: at });
    seen.push(...tail.rows.map(({ order }) => order.id));
    at = tail.previous;
  }
  for (let more = true; more; ) {
    const { rows, next, previous } = await listOrderPage(ctx, {}, { ...page, ...(back ? { before: at } : { after: at }) });
    const found = rows.map(({ order }) => order.id);
    seen.push(...(back ? found.reverse() : found));
    at = back ? previous : next;
    more = at !== undefined;
    await between();
  }
  return seen;
}

const columns = orderListSorts.filter((sort) => sort !== 'deleted_at');

describe.each(columns)('by %s', (sort) => {
  test.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('descending %s, backwards %s: every order once, in order', async (descending, back) => {
    const all = (await listOrderPage(ctx, {}, { sort, descending, limit: 1000 })).rows.map(({ order }) => order.id);
    const seen = await walk({ sort, descending }, back, async () => undefined);
    expect(back ? seen.reverse() : seen).toEqual(all);
  });

  test('what nobody touches is neither skipped nor doubled while others write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(fc.nat(1000), { maxLength: 30 }), async (descending, moves) => {
        const touched = new Set<number>();
        const before = (await listOrderPage(ctx, {}, { sort, descending, limit: 1000 })).rows.map(({ order }) => order.id);
        const between = async () => {
          const move = moves.pop();
          if (move === undefined) return;
          const id = before[move % before.length] ?? 0;
          if (move % 3 === 0) touched.add((await createOrder(ctx, orderInput(move))).order.id);
          else if (!touched.has(id)) {
            touched.add(id);
            if (move % 3 === 1 && before.length > 30) await deleteOrder(ctx, { id });
            else await editOrder(ctx, { id, input: { ...orderInput(move + 1), status: 'Completed' } });
          }
        };
        const seen = (await walk({ sort, descending }, false, between)).filter((id) => !touched.has(id));
        expect(seen).toEqual(before.filter((id) => !touched.has(id)));
      }),
      { numRuns: 4, seed: 3 },
    );
  });
});

test.each(clientListSorts)('clients by %s are paged without loss, there and back', async (sort) => {
  const page = { sort, limit: 1 };
  const all = (await listClientPage(ctx, {}, { sort, limit: 100 })).rows.map(({ client }) => client.id);
  const first = await listClientPage(ctx, {}, page);
  const second = await listClientPage(ctx, {}, { ...page, after: first.next });
  const third = await listClientPage(ctx, {}, { ...page, after: second.next });
  expect([first, second, third].flatMap(({ rows }) => rows.map(({ client }) => client.id))).toEqual(all);
  expect([first.previous, third.next, second.passed, third.passed]).toEqual([undefined, undefined, 1, 2]);
  const again = await listClientPage(ctx, {}, { ...page, before: third.previous });
  expect(again.rows).toEqual(second.rows);
});

test('a place of another sorting, or a forged one, leads to the beginning', async () => {
  const { next } = await listOrderPage(ctx, {}, { sort: 'status', limit: 3 });
  const first = await listOrderPage(ctx, {}, { sort: 'id', limit: 3 });
  const forged = Buffer.from('["id",5,"x"]').toString('base64url');
  for (const after of [next, forged, 'nonsense', '']) {
    const page = await listOrderPage(ctx, {}, { sort: 'id', limit: 3, after });
    expect(page.rows.map(({ order }) => order.id)).toEqual(first.rows.map(({ order }) => order.id));
  }
});

/** Every order as the list has it, with the values of each column. */
async function inOneView(sorting: SortedBy<OrderListSort>): Promise<number[]> {
  return (await listOrderPage(ctx, {}, { ...sorting, limit: 1000 })).rows.map(({ order }) => order.id);
}

const pairs = columns.flatMap((first) => columns.filter((second) => second !== first).map((second) => [first, second] as const));

test('by any two columns in any directions: pages there and back hold every order once, in one order', async () => {
  const direction = fc.boolean();
  for (const [first, second] of pairs)
    await fc.assert(
      fc.asyncProperty(direction, direction, async (down, downThen) => {
        const sorting = { sort: first, descending: down, further: [{ sort: second, descending: downThen }] };
        const all = await inOneView(sorting);
        expect([...all].sort((a, b) => a - b)).toEqual([...(await inOneView({ sort: 'id' }))]);
        const page = { ...sorting, limit: 17 };
        const [one, two] = [await listOrderPage(ctx, {}, page), await listOrderPage(ctx, {}, { ...sorting, limit: 17 + 12 })];
        const next = await listOrderPage(ctx, {}, { ...page, limit: 12, after: one.next });
        const idsOf = ({ rows }: typeof one) => rows.map(({ order }) => order.id);
        expect([...idsOf(one), ...idsOf(next)]).toEqual(idsOf(two));
        expect(idsOf(two)).toEqual(all.slice(0, 29));
        expect(idsOf(await listOrderPage(ctx, {}, { ...page, before: next.previous }))).toEqual(idsOf(one));
      }),
      { numRuns: 2, seed: first.length * 31 + second.length },
    );
});

test('by two columns the second orders what the first finds equal, each in its own direction', async () => {
  const { rows } = await listOrderPage(ctx, {}, { sort: 'status', further: [{ sort: 'total_price', descending: true }], limit: 1000 });
  const keys = rows.map(({ order }) => [order.status, -order.totalMinor] as const);
  const sorted = [...keys].sort(([a, x], [b, y]) => (a === b ? x - y : a < b ? -1 : 1));
  expect(keys).toEqual(sorted);
});

test('mixed directions neither skip nor double what nobody touches while others write', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pairs),
      fc.boolean(),
      fc.array(fc.nat(1000), { maxLength: 20 }),
      async ([first, second], down, moves) => {
        const sorting = { sort: first, descending: down, further: [{ sort: second, descending: !down }] };
        const before = await inOneView(sorting);
        const touched = new Set<number>();
        const between = async () => {
          const move = moves.pop();
          const id = move === undefined ? undefined : before[move % before.length];
          if (move === undefined || id === undefined || touched.has(id)) return;
          touched.add(id);
          await editOrder(ctx, { id, input: { ...orderInput(move + 1), status: move % 2 ? 'Completed' : 'Pending' } });
        };
        const seen = (await walk(sorting, false, between)).filter((id) => !touched.has(id));
        expect(seen).toEqual(before.filter((id) => !touched.has(id)));
      },
    ),
    { numRuns: 12, seed: 9 },
  );
});

test.each(clientListSorts)('clients by %s and then by name downwards are paged without loss', async (sort) => {
  const sorting = { sort, further: [{ sort: 'name' as const, descending: true }] };
  const all = (await listClientPage(ctx, {}, { ...sorting, limit: 100 })).rows.map(({ client }) => client.id);
  const first = await listClientPage(ctx, {}, { ...sorting, limit: 1 });
  const second = await listClientPage(ctx, {}, { ...sorting, limit: 100, after: first.next });
  expect([...first.rows, ...second.rows].map(({ client }) => client.id)).toEqual(all);
});
