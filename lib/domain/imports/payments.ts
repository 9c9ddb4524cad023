import type { Tx } from '@/db/engines/engine';
import {
  knownPayments,
  owingByInn,
  type PayableOrder,
  payableByExternalNo,
  payableByIds,
  paymentsOfOrders,
} from '@/db/queries/payable-orders';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { recordChange } from '../journal/record-change';
import { loadOrder } from '../orders/load-order';
import { type Incoming, matchOrder, type OrderMatch } from '../payments/match-order';
import { orderNumbersIn } from '../payments/order-numbers';
import { makePayment } from '../payments/store-payments';
import { cellProblems, recordNumber } from './cell-text';
import type { EntityImport, FileRecord, PlanOptions, Verdict } from './entity';
import { isOfNoFile, payerInn, paymentKey, paymentValues } from './payment-values';
import type { CellProblem, RowCells, RowDetail } from './schema';

/** Orders that a batch of payments may be for. */
interface Known {
  byId: Map<number, PayableOrder>;
  byExternalNo: Map<string, PayableOrder[]>;
  byInn: Map<string, PayableOrder[]>;
  /** The order of each payment that is there already. */
  taken: Map<string, number>;
  /** Order, day and sum of the payments that came another way. */
  others: ReadonlySet<string>;
}

/** Orders that are told when it cannot be said which is meant. */
const told = 10;

const cell = ({ fields }: RowCells, name: string) => fields[name]?.trim() ?? '';

function grouped(orders: readonly PayableOrder[], keyOf: (order: PayableOrder) => string): Map<string, PayableOrder[]> {
  const groups = new Map<string, PayableOrder[]>();
  for (const order of orders) groups.set(keyOf(order), [...(groups.get(keyOf(order)) ?? []), order]);
  return groups;
}

const looksOf = (orderId: number, day: string, amount: number) => `${orderId} ${day} ${amount}`;

async function lookUp(tx: Tx, records: readonly FileRecord[], { mapping: { matchBy } }: PlanOptions): Promise<Known> {
  const cells = records.map((record) => record.cells);
  const named = matchBy.includes('note') ? cells.flatMap((one) => orderNumbersIn(cell(one, 'note'))) : [];
  const ids = [...named, ...cells.map((one) => cell(one, 'order_id'))].flatMap((text) => recordNumber(text) ?? []);
  const numbers = [...named, ...cells.map((one) => cell(one, 'external_no'))].filter(Boolean);
  const inns = matchBy.includes('payer_inn') ? cells.map(payerInn).filter(Boolean) : [];
  const byIds = await payableByIds(tx, [...new Set(ids)]);
  const byNumbers = await payableByExternalNo(tx, [...new Set(numbers)]);
  const owing = await owingByInn(tx, [...new Set(inns)]);
  const all = [...new Set([...byIds, ...byNumbers, ...owing].map(({ id }) => id))];
  const others = (await paymentsOfOrders(tx, all)).filter(isOfNoFile);
  return {
    byId: new Map(byIds.map((order) => [order.id, order])),
    byExternalNo: grouped(byNumbers, ({ externalNo }) => externalNo ?? ''),
    byInn: grouped(owing, ({ inn }) => inn),
    taken: await knownPayments(tx, cells.map(paymentKey).filter(Boolean)),
    others: new Set(others.map(({ orderId, paidDay, amountMinor }) => looksOf(orderId, paidDay, amountMinor))),
  };
}

/** The order a row names in a cell of its own, which needs no other proof. */
function givenOrder(cells: RowCells, known: Known): OrderMatch | { problem: CellProblem } | undefined {
  const [id, no] = [cell(cells, 'order_id'), cell(cells, 'external_no')];
  if (id !== '') {
    const order = known.byId.get(recordNumber(id) ?? 0);
    return order ? { order } : { problem: { field: 'order_id', rule: 'import_unknown_id', params: { id } } };
  }
  if (no === '') return undefined;
  const [order, ...others] = known.byExternalNo.get(no) ?? [];
  if (!order) return { problem: { field: 'external_no', rule: 'import_payment_order' } };
  return others.length === 0 ? { order } : { several: [order, ...others] };
}

function matchOf(cells: RowCells, money: Incoming, known: Known): OrderMatch | { problem: CellProblem } {
  const given = givenOrder(cells, known);
  if (given) return given;
  const named = new Map<number, PayableOrder>();
  for (const number of orderNumbersIn(cell(cells, 'note'))) {
    const own = known.byId.get(recordNumber(number) ?? 0);
    for (const order of [own ?? [], known.byExternalNo.get(number) ?? []].flat()) named.set(order.id, order);
  }
  return matchOrder(money, [...named.values()], known.byInn.get(money.inn) ?? []);
}

function problemOf(match: ReturnType<typeof matchOf>): CellProblem[] {
  if ('problem' in match) return [match.problem];
  if (match.order) return [];
  if (!match.several) return [{ field: 'order_id', rule: 'import_payment_order' }];
  const ids = match.several.slice(0, told).map(({ id }) => `№ ${id}`);
  return [{ field: 'order_id', rule: 'import_payment_several', params: { ids: ids.join(', ') } }];
}

function verdictOf({ cells }: FileRecord, known: Known): Verdict {
  const { input, problems } = paymentValues(cells);
  const detail: RowDetail = { changes: [], problems: [...cellProblems(cells), ...problems] };
  const plain = { recordId: null, version: null, detail };
  if (!input) return { kind: 'error', ...plain };
  const taken = known.taken.get(paymentKey(cells));
  const orderOf = (id: number) => [{ field: 'order_id', now: '', file: String(id) }];
  if (taken !== undefined) return { kind: 'same', ...plain, detail: { ...detail, changes: orderOf(taken) } };
  const match = matchOf(cells, { amount: input.amount, inn: payerInn(cells) }, known);
  detail.problems.push(...problemOf(match));
  if ('order' in match && match.order && cell(cells, 'order_id') === '') {
    const { id } = match.order;
    detail.changes = orderOf(id);
    // Entered by hand, or told by 1C: very likely the same money. Whoever knows better writes the number of the order.
    if (known.others.has(looksOf(id, input.day, input.amount)))
      detail.problems.push({ field: 'order_id', rule: 'import_payment_there', params: { id } });
  }
  return { kind: detail.problems.length > 0 ? 'error' : 'new', ...plain };
}

/** Writes a payment for the order that its row comes to. */
async function pay(tx: Tx, ctx: Ctx, cells: RowCells, options: PlanOptions): Promise<number | undefined> {
  const record = { rowNo: 0, cells, choice: null };
  const verdict = verdictOf(record, await lookUp(tx, [record], options));
  const { input } = paymentValues(cells);
  const orderId = recordNumber(cell(cells, 'order_id') || (verdict.detail.changes[0]?.file ?? ''));
  if (verdict.kind !== 'new' || !input || orderId === undefined) throw new DomainError('changed_meanwhile');
  const before = await loadOrder(tx, orderId);
  const { change } = await makePayment(tx, ctx, before, { ...input, external_key: paymentKey(cells) });
  return change && recordChange(tx, ctx, 'import.edit', [change]);
}

/** Payments from a bank statement or a table: each is put to the order it is for. */
export const paymentImport: EntityImport = {
  entity: 'payment',
  permission: 'order.write',
  required: [['amount'], ['day']],
  // Whoever knows better than the purpose says it here, also when the file has no such column.
  fillable: ['order_id'],
  keysOf: (cells) => [paymentKey(cells)].filter(Boolean),
  planner: async (tx, records, options) => {
    const known = await lookUp(tx, records, options);
    return (record) => verdictOf(record, known);
  },
  apply: (tx, ctx, { cells, mapping }) => pay(tx, ctx, cells, { mapping, bin: false }),
};
