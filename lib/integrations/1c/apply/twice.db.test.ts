import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { conflictsOfRecord } from '@/db/queries/conflicts';
import type { ConnectionRow } from '@/db/queries/connections';
import { findOrder } from '@/db/queries/orders';
import { createClient } from '@/lib/domain/clients/create-client';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { noteSentOrders } from '@/lib/domain/exchange/write-links';
import { createOrder } from '@/lib/domain/orders/create-order';
import { systemCtx } from '@/lib/testing/people';
import { sourceOf, utf8 } from '../testing/files';
import { documentXml, itemXml, rootXml, type SampleDocument } from '../testing/samples';
import { type ApplyState, applyFile, startState } from './apply-file';

/** A document about one of two orders; the numbers of the orders are put in later. */
type Telling = (orders: readonly number[]) => SampleDocument;

const which = fc.integer({ min: 0, max: 1 });
const of = (orders: readonly number[], n: number) => String(orders[n]);

const orderSays: fc.Arbitrary<Telling> = fc
  .record({
    n: which,
    requisites: fc.record(
      {
        'Статуса заказа ИД': fc.constantFrom('N', 'F', '?'),
        Отменен: fc.constantFrom('true', 'false'),
        Оплачен: fc.constantFrom('true', 'false'),
        'Дата оплаты по 1С': fc.constantFrom('T', '2026-11-13'),
        'Дата отгрузки по 1С': fc.constantFrom('T', '2026-11-12', '2026-11-15'),
        ПометкаУдаления: fc.constantFrom('true', 'false'),
      },
      { requiredKeys: [] },
    ),
    price: fc.constantFrom(undefined, '100', '150.5', '33.335'),
    version: fc.constantFrom('', 'v1', 'v2'),
  })
  .map(({ n, requisites, price, version }) => (orders) => ({
    id: of(orders, n),
    requisites,
    ...(price === undefined ? {} : { items: itemXml('Стол', price, '2', price === '33.335' ? '66.67' : String(Number(price) * 2)) }),
    more: version && `<НомерВерсии>${version}</НомерВерсии>`,
  }));

const money: fc.Arbitrary<Telling> = fc
  .record({
    n: which,
    id: fc.constantFrom('p1', 'p2'),
    sum: fc.constantFrom('60', '100.5'),
    day: fc.constantFrom('2026-11-13', '2026-11-14'),
    operation: fc.constantFrom('Выплата безналичных денег', 'Возврат наличных денег'),
    gone: fc.boolean(),
  })
  .map(({ n, id, gone, ...rest }) => (orders) => ({
    ...rest,
    id,
    more: `<Основание>${of(orders, n)}</Основание><ПометкаУдаления>${gone}</ПометкаУдаления>`,
  }));

const shipment: fc.Arbitrary<Telling> = fc
  .record({ n: which, day: fc.constantFrom('2026-11-13', '2026-11-16'), gone: fc.boolean() })
  .map(({ n, day, gone }) => (orders) => ({
    id: `s-${day}`,
    operation: 'Отпуск товара',
    day,
    more: `<Основание>${of(orders, n)}</Основание><Проведен>${!gone}</Проведен>`,
  }));

async function connect(settings: Record<string, string>): Promise<ConnectionRow> {
  const ctx = systemCtx();
  return ctx.db.transaction((tx) => addConnection(tx, ctx, { kind: '1c', name: '1С', topics: [], settings, secrets: () => ({}) }));
}

async function newOrders(connection: ConnectionRow, client: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < 2; n++) {
    const { order } = await createOrder(systemCtx(), { client, items: [{ product: 'Стол', quantity: 2000, price: 15_050 }] });
    await getEngine().transaction((tx) => noteSentOrders(tx, connection.id, [{ orderId: order.id, version: 1 }], 0));
    ids.push(order.id);
  }
  return ids;
}

/** Everything that a repetition must leave as it was. */
async function standing(connection: ConnectionRow, ids: readonly number[]) {
  return getEngine().read(async (tx) => {
    const found = [];
    for (const id of ids) {
      const full = await findOrder(tx, id);
      const conflicts = (await conflictsOfRecord(tx, connection.id, 'order', id)).filter(({ state }) => state === 'open');
      found.push({
        order: full && [
          full.order.status,
          full.order.totalMinor,
          full.order.paidMinor,
          full.order.shippedDay,
          full.order.deletedAt === null,
        ],
        version: full?.order.version,
        lines: full?.lines.map((line) => [line.product, line.quantityMilli, line.priceMinor, line.discountMinor]),
        payments: full?.payments.map(({ amountMinor, paidDay, method }) => [amountMinor, paidDay, method].join()).sort(),
        conflicts: conflicts.map(({ fields }) => fields).sort(),
        exact: full && full.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0) === full.order.totalMinor,
      });
    }
    return found;
  });
}

const apply = (connection: ConnectionRow, text: string): Promise<ApplyState> =>
  applyFile(
    { db: getEngine(), connection, now: () => new Date('2026-11-20T09:00:00Z'), requestId: 'test' },
    sourceOf(utf8(text)),
    startState(),
  );

/** Hundreds of transactions, on a machine that does other things besides; ms. */
const patience = 180_000;

const settings = fc.record({ policy: fc.constantFrom('ask', 'ours', 'theirs'), reopen_final: fc.constantFrom('yes', 'no') });

const fileOf = (tellings: readonly Telling[], ids: readonly number[]) =>
  rootXml(tellings.map((telling) => documentXml(telling(ids))).join(''));

/** Documents of different ids in any order, as an exchange sends them. */
const oneOfEach = fc
  .tuple(fc.array(fc.oneof(orderSays, money, shipment), { minLength: 1, maxLength: 12 }))
  .map(([tellings]) => [...new Map(tellings.map((telling) => [telling([1, 2]).id, telling])).values()]);

test(
  'a file applied again changes nothing at all',
  async () => {
    const client = (await createClient(systemCtx(), { company: 'ООО «Лес»' })).id;
    await fc.assert(
      fc.asyncProperty(settings, oneOfEach, async (chosen, tellings) => {
        const connection = await connect(chosen);
        const ids = await newOrders(connection, client);
        const text = fileOf(tellings, ids);
        await apply(connection, text);
        const once = await standing(connection, ids);
        const again = await apply(connection, text);
        expect([again.counts.created, again.counts.changed]).toEqual([0, 0]);
        expect(await standing(connection, ids)).toEqual(once);
        expect(once.every(({ exact }) => exact)).toBe(true);
      }),
      { numRuns: 30 },
    );
  },
  patience,
);

test(
  'documents that contradict each other, each of them repeated, leave what they leave when each comes once',
  async () => {
    const client = (await createClient(systemCtx(), { company: 'ООО «Поле»' })).id;
    await fc.assert(
      fc.asyncProperty(
        settings,
        fc.array(fc.oneof(orderSays, money, shipment), { minLength: 1, maxLength: 8 }),
        async (chosen, tellings) => {
          const leaves = async (times: number) => {
            const connection = await connect(chosen);
            const ids = await newOrders(connection, client);
            for (const telling of tellings) for (let n = 0; n < times; n++) await apply(connection, fileOf([telling], ids));
            return standing(connection, ids);
          };
          expect(await leaves(2), tellings.map((telling) => documentXml(telling([1, 2]))).join('\n')).toEqual(await leaves(1));
        },
      ),
      { numRuns: 30 },
    );
  },
  patience,
);
