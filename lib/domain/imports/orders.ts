import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { type FullOrder, findOrder, orderIdsByExternalNo } from '@/db/queries/orders';
import { readSettings } from '@/db/queries/settings';
import { makeClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { instantOf } from '../day-start';
import { DomainError } from '../errors';
import { type JsonRecord, recordsIn, type Snapshot } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { sinceVersion } from '../merge/earlier';
import { loadOrder } from '../orders/load-order';
import { linesFromItems } from '../orders/order-lines';
import { clientInOrder, orderSnapshot } from '../orders/snapshot';
import { applyOrderInput, changeOrder, makeOrder, moveOrder } from '../orders/write-order';
import { dayInZone } from '../period';
import { cellProblems, recordNumber } from './cell-text';
import { cellChanges } from './compare';
import type { EntityImport, FileRecord, ImportStep, PlanOptions, Verdict } from './entity';
import { clientFinder, isCalled, type OrderClient, saysClient } from './order-clients';
import { lineNames, type OrderValues, orderValues } from './order-values';
import { type CellProblem, type ImportMapping, ownMapping, type RowCells, type RowDetail } from './schema';
import { spelledVat } from './vat-text';
import { kindOf } from './verdict';

/** Orders that a batch of records may mean, and whose they are. */
interface Known {
  byId: Map<number, FullOrder>;
  byExternalNo: Map<string, FullOrder[]>;
  clientOf: (cells: RowCells) => OrderClient;
  /** Earlier versions that records were exported from, by `id.version`; null where nobody knows them. */
  earlier: Map<string, Snapshot | null>;
  timeZone: string;
}

const externalNoOf = ({ fields }: RowCells) => fields.external_no?.trim() ?? '';
const idOf = ({ fields }: RowCells) => recordNumber(fields.id ?? '');
const versionOf = ({ fields }: RowCells) => recordNumber(fields.version ?? '');

async function lookUp(tx: Tx, records: readonly FileRecord[], { mapping }: PlanOptions): Promise<Known> {
  const cells = records.map((record) => record.cells);
  const numbers = mapping.matchBy.includes('external_no') ? [...new Set(cells.map(externalNoOf).filter(Boolean))] : [];
  const ids = [...new Set([...cells.flatMap((one) => idOf(one) ?? []), ...(await orderIdsByExternalNo(tx, numbers))])];
  const byId = new Map<number, FullOrder>();
  for (const id of ids) {
    const found = await findOrder(tx, id);
    if (found) byId.set(id, found);
  }
  const byExternalNo = new Map<string, FullOrder[]>();
  for (const found of byId.values()) {
    const no = found.order.externalNo;
    if (no !== null) byExternalNo.set(no, [...(byExternalNo.get(no) ?? []), found]);
  }
  const earlier = new Map<string, Snapshot | null>();
  for (const one of cells) {
    const [found, version] = [byId.get(idOf(one) ?? 0), versionOf(one)];
    if (!found || version === undefined || found.order.version === version) continue;
    const record = { id: found.order.id, version: found.order.version, now: orderSnapshot(found) };
    const known = version < found.order.version ? (await sinceVersion(tx, 'order', record, version)).base : null;
    earlier.set(`${found.order.id}.${version}`, known);
  }
  return { byId, byExternalNo, earlier, clientOf: await clientFinder(tx, cells), timeZone: (await readSettings(tx)).timeZone };
}

interface Match {
  found?: FullOrder;
  candidates?: number[];
  problem?: CellProblem;
}

/** The order a record means: by its number, or else by the number it has elsewhere, the bin last. */
function matchOf({ cells, choice }: FileRecord, known: Known, { mapping, bin }: PlanOptions): Match {
  const id = idOf(cells);
  if (id !== undefined && mapping.matchBy.includes('id')) {
    const found = known.byId.get(id);
    return found ? { found } : { problem: { field: 'id', rule: 'import_unknown_id', params: { id } } };
  }
  const all = mapping.matchBy.includes('external_no') ? (known.byExternalNo.get(externalNoOf(cells)) ?? []) : [];
  for (const inBin of bin ? [false, true] : [false]) {
    const some = all.filter(({ order }) => (order.deletedAt !== null) === inBin);
    const found = some.length === 1 ? some[0] : some.find(({ order }) => order.id === choice?.recordId);
    if (found || some.length > 1) return { found, ...(some.length > 1 ? { candidates: some.map(({ order }) => order.id) } : {}) };
  }
  return {};
}

function lineText(item: JsonRecord): string {
  const sum = `${item.quantity} ${item.unit || ''}`.trim();
  const discount = item.discount && item.discount !== '0.00' ? ` − ${item.discount}` : '';
  const vat = item.vat_rate == null ? '' : `, ${spelledVat(Number(item.vat_rate))}`;
  return `${item.product}${item.sku ? ` (${item.sku})` : ''}: ${sum} × ${item.price}${discount}${vat}`;
}

function clientText(client: Snapshot[string]): string {
  const known = typeof client === 'object' && client !== null && !Array.isArray(client) ? client : {};
  return `${known.name ?? ''} (№ ${known.id ?? ''})`;
}

/** An order as a file would spell it: its client by name, its lines one under another. */
function spelled({ client, items, ...snapshot }: Snapshot): Snapshot {
  return { ...snapshot, client_name: clientText(client ?? null), items: recordsIn(items).map(lineText).join('\n') };
}

/** Whether the file still names the client the order has; then it says nothing new. */
function namesItsClient({ fields }: RowCells, client: ClientRow): boolean {
  const id = recordNumber(fields.client_id ?? '');
  if (id !== undefined) return id === client.id;
  return isCalled(client, fields.client_name ?? '');
}

/** When a new order of the file was made, UTC epoch ms; undefined for «now». */
function instantMade({ madeAt }: OrderValues, timeZone: string): number | undefined {
  if (madeAt === undefined) return undefined;
  // Programs write the offset of their clock behind the time.
  if (/[+-]\d\d:\d\d$/.test(madeAt)) return Date.parse(madeAt);
  return instantOf(madeAt.slice(0, 10), madeAt.slice(11) || '00:00:00', timeZone);
}

/** The day an order was made stays: the journal and the reports of its day know it. */
function movedDay({ order }: FullOrder, { madeAt }: OrderValues, timeZone: string): CellProblem[] {
  const moved = madeAt !== undefined && madeAt.slice(0, 10) !== dayInZone(order.createdAt, timeZone);
  return moved ? [{ field: 'created_at', rule: 'import_created' }] : [];
}

function clearsEmpty(cells: RowCells, mapping: ImportMapping): boolean {
  return ownMapping(mapping) && idOf(cells) !== undefined && versionOf(cells) !== undefined;
}

function changesOf(found: FullOrder, values: OrderValues, client: ClientRow | undefined, base: Snapshot | null | undefined) {
  const { input } = values;
  const now = spelled(orderSnapshot(found));
  const lines = input.items ? linesFromItems(input.items, found.lines) : found.lines;
  const after = spelled({
    ...orderSnapshot({ ...found, lines }),
    ...(client ? { client: clientInOrder(client) } : {}),
    ...Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'items')),
  });
  return cellChanges([...Object.keys(input), ...(client ? ['client_name'] : [])], now, after, base && spelled(base));
}

function verdictOf(record: FileRecord, known: Known, options: PlanOptions): Verdict {
  const { cells } = record;
  const { found, candidates, problem } = matchOf(record, known, options);
  const values = orderValues(cells, options.mapping, found !== undefined && clearsEmpty(cells, options.mapping), found?.lines);
  const problems = [...cellProblems(cells), ...(problem ? [problem] : []), ...values.problems];
  for (const line of cells.lines ?? []) for (const one of cellProblems(line)) problems.push({ ...one, line: line.rowNo });
  if (found) problems.push(...movedDay(found, values, known.timeZone));
  const same = found && (!saysClient(cells) || namesItsClient(cells, found.client));
  const whose = same ? {} : known.clientOf(cells);
  if (whose.problem) problems.push(whose.problem);
  if (found && whose.fresh) problems.push({ field: 'client_name', rule: 'import_unknown_client_name' });
  const detail: RowDetail = { changes: [], problems };
  if (candidates) detail.candidates = candidates;
  if (!found && whose.fresh) detail.newClient = cells.fields.client_name?.trim() ?? '';
  const version = versionOf(cells) ?? null;
  if (found && problems.length === 0) {
    detail.changes = changesOf(
      found,
      values,
      whose.client,
      version === null ? undefined : known.earlier.get(`${found.order.id}.${version}`),
    );
  }
  return { kind: kindOf(found?.order, detail), recordId: found?.order.id ?? null, version, detail };
}

function refuse(problems: readonly CellProblem[]): void {
  if (problems.length === 0) return;
  throw new DomainError('validation', { fields: Object.fromEntries(problems.map(({ field, rule }) => [field, [{ rule }]])) });
}

/** A new order, with its client when nobody knows him yet; the first operation of the two. */
async function create(tx: Tx, ctx: Ctx, { cells, mapping }: ImportStep): Promise<number> {
  const values = orderValues(cells, mapping, false);
  const { client, fresh, problem } = (await clientFinder(tx, [cells]))(cells);
  refuse([...values.problems, ...(problem ? [problem] : [])]);
  const at = instantMade(values, (await readSettings(tx)).timeZone);
  const made = fresh && (await makeClient(tx, ctx, fresh));
  const first = made && (await recordChange(tx, ctx, 'import.create', [made.change]));
  const { change } = await makeOrder(tx, ctx, { ...values.input, client: made?.client.id ?? client?.id }, { at });
  const own = await recordChange(tx, first === undefined ? ctx : { ...ctx, groupId: ctx.groupId ?? first }, 'import.create', [change]);
  return first ?? own;
}

async function edit(tx: Tx, ctx: Ctx, id: number, { cells, mapping, fields }: ImportStep): Promise<number | undefined> {
  const before = await loadOrder(tx, id);
  const values = orderValues(cells, mapping, clearsEmpty(cells, mapping), before.lines);
  refuse(values.problems);
  const input = Object.fromEntries(Object.entries(values.input).filter(([name]) => fields.includes(name)));
  const client = fields.includes('client_name') ? (await clientFinder(tx, [cells]))(cells).client : undefined;
  const { change } = await changeOrder(tx, ctx, before, await applyOrderInput(tx, before, { ...input, client: client?.id }));
  return change && recordChange(tx, ctx, 'import.edit', [change]);
}

async function restore(tx: Tx, ctx: Ctx, id: number, step: ImportStep): Promise<number> {
  const binned = await findOrder(tx, id);
  if (!binned || binned.order.deletedAt === null) throw new DomainError('changed_meanwhile');
  if (binned.client.deletedAt !== null) throw new DomainError('client_deleted', { id: binned.client.id });
  const operationId = await recordChange(tx, ctx, 'import.restore', [await moveOrder(tx, ctx, binned, 'restore')]);
  await edit(tx, { ...ctx, groupId: ctx.groupId ?? operationId }, id, step);
  return operationId;
}

/** Fields that say which order a row is of. */
const heads = ['id', 'external_no'] as const;

/**
 * Whether a row goes on with the order before it: it names the same order, or names none and nothing but goods. Files without
 * any number have one order a row, unless the cells of the order are left empty or merged.
 */
function continues({ fields }: RowCells, next: RowCells['fields']): boolean {
  const named = heads.filter((name) => next[name]?.trim());
  if (named.length > 0) return named.every((name) => next[name]?.trim() === fields[name]?.trim());
  return Object.entries(next).every(([name, text]) => !text?.trim() || lineNames.some((line) => line === name));
}

/** Orders from a file, with their lines, and clients that nobody knows yet. */
export const orderImport: EntityImport = {
  entity: 'order',
  permission: 'order.write',
  required: [['product'], ['client_id', 'client_name', 'client_email', 'client_phone']],
  lines: { fields: lineNames, continues },
  keysOf: (cells, { matchBy }) => {
    const keys: Record<string, string | number | undefined> = { id: idOf(cells), external_no: externalNoOf(cells) || undefined };
    return matchBy.filter((name) => keys[name] !== undefined).map((name) => `${name}:${keys[name]}`);
  },
  planner: async (tx, records, options) => {
    const known = await lookUp(tx, records, options);
    return (record) => verdictOf(record, known, options);
  },
  apply: (tx, ctx, step) => {
    if (step.recordId === null) return create(tx, ctx, step);
    return step.action === 'restore' ? restore(tx, ctx, step.recordId, step) : edit(tx, ctx, step.recordId, step);
  },
};
