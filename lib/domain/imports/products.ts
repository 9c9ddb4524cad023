import type { Tx } from '@/db/engines/engine';
import { findProduct, type ProductRow, productIdsOf, productsByIds, productsBySku } from '@/db/queries/products';
import { parseNumberText } from '@/lib/import/number-text';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import type { Snapshot } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { sinceVersion } from '../merge/earlier';
import { loadProduct } from '../products/load-product';
import { productKey } from '../products/product-key';
import { type ProductInput, productFields } from '../products/schema';
import { productSnapshot } from '../products/snapshot';
import { applyProductInput, changeProduct, makeProduct, moveProduct } from '../products/write-product';
import { fieldIssues } from '../validate';
import { cellProblems, recordNumber } from './cell-text';
import { cellChanges } from './compare';
import type { EntityImport, FileRecord, ImportStep, PlanOptions, Verdict } from './entity';
import { type CellProblem, type ImportMapping, ownMapping, type RowCells, type RowDetail } from './schema';
import { parseVat, spelledVat } from './vat-text';
import { kindOf } from './verdict';

const names = ['name', 'sku', 'unit', 'price', 'vat_rate'] as const;
type Texts = Partial<Record<(typeof names)[number], string>>;

/** What a row says about a product; an empty cell says something only in a download of our own, where it clears the value. */
function textsOf({ fields }: RowCells, clears: boolean): Texts {
  const said = names.filter((name) => fields[name] !== undefined && (clears || fields[name].trim() !== ''));
  return Object.fromEntries(said.map((name) => [name, fields[name]]));
}

function clearsEmpty({ fields }: RowCells, mapping: ImportMapping): boolean {
  return ownMapping(mapping) && recordNumber(fields.id ?? '') !== undefined && recordNumber(fields.version ?? '') !== undefined;
}

/** Texts as the form's own rules take them; `name` stands in for a column the file does not have. */
function parse(texts: Texts, name?: string): { input: ProductInput; problems: CellProblem[] } {
  const vat = texts.vat_rate === undefined ? undefined : parseVat(texts.vat_rate);
  const price = texts.price?.trim() ? (parseNumberText(texts.price) ?? texts.price) : null;
  const parsed = productFields.safeParse({ name, ...texts, price, vat_rate: vat }, { reportInput: true });
  const badVat: CellProblem[] = texts.vat_rate !== undefined && vat === undefined ? [{ field: 'vat_rate', rule: 'import_vat' }] : [];
  if (!parsed.success) {
    const issues = Object.entries(fieldIssues(parsed.error.issues));
    const problems = issues.flatMap(([field, found]) =>
      found.map(({ rule, values }) => ({ field, rule, ...(values ? { params: values } : {}) })),
    );
    return { input: {}, problems: [...problems, ...badVat] };
  }
  const said = Object.entries(parsed.data).filter(([field]) => field in texts);
  return { input: Object.fromEntries(said), problems: badVat };
}

/** A product as a file spells it. */
function spelled(snapshot: Snapshot): Snapshot {
  return { ...snapshot, vat_rate: spelledVat(snapshot.vat_rate == null ? null : Number(snapshot.vat_rate)) };
}

/** Products that a batch of rows may mean. */
interface Known {
  byId: Map<number, ProductRow>;
  bySku: Map<string, ProductRow[]>;
  /** Who a compared name belongs to, for ever. */
  byName: Map<string, ProductRow>;
  /** Earlier versions that rows were exported from, by `id.version`; null where nobody knows them. */
  earlier: Map<string, Snapshot | null>;
}

const skuOf = ({ fields }: RowCells) => fields.sku?.trim() ?? '';
const nameOf = ({ fields }: RowCells) => productKey(fields.name ?? '');

async function lookUp(tx: Tx, records: readonly FileRecord[], { mapping }: PlanOptions): Promise<Known> {
  const cells = records.map((record) => record.cells);
  const skus = mapping.matchBy.includes('sku') ? [...new Set(cells.map(skuOf).filter(Boolean))] : [];
  const owners = await productIdsOf(tx, [...new Set(cells.map(nameOf).filter(Boolean))]);
  const ids = cells.flatMap(({ fields }) => recordNumber(fields.id ?? '') ?? []);
  const byId = new Map((await productsByIds(tx, [...new Set([...ids, ...owners.values()])])).map((row) => [row.id, row]));
  const bySku = new Map<string, ProductRow[]>();
  for (const row of await productsBySku(tx, skus)) bySku.set(row.sku, [...(bySku.get(row.sku) ?? []), row]);
  const byName = new Map([...owners].flatMap(([key, id]) => (byId.has(id) ? [[key, byId.get(id) as ProductRow] as const] : [])));
  const earlier = new Map<string, Snapshot | null>();
  for (const { fields } of cells) {
    const [id, version] = [recordNumber(fields.id ?? ''), recordNumber(fields.version ?? '')];
    const row = id === undefined ? undefined : byId.get(id);
    if (!row || version === undefined || row.version === version) continue;
    const record = { id: row.id, version: row.version, now: productSnapshot(row) };
    const known = version < row.version ? (await sinceVersion(tx, 'product', record, version)).base : null;
    earlier.set(`${id}.${version}`, known);
  }
  return { byId, bySku, byName, earlier };
}

interface Match {
  product?: ProductRow;
  candidates?: number[];
  problem?: CellProblem;
}

/** The product a row means: by its number, or else by the first key that finds one, the bin last. */
function matchOf({ cells, choice }: FileRecord, known: Known, { mapping, bin }: PlanOptions): Match {
  const id = recordNumber(cells.fields.id ?? '');
  if (id !== undefined && mapping.matchBy.includes('id')) {
    const product = known.byId.get(id);
    return product ? { product } : { problem: { field: 'id', rule: 'import_unknown_id', params: { id } } };
  }
  for (const inBin of bin ? [false, true] : [false]) {
    for (const key of mapping.matchBy) {
      const all =
        key === 'sku' ? (known.bySku.get(skuOf(cells)) ?? []) : key === 'name' ? [known.byName.get(nameOf(cells)) ?? []].flat() : [];
      const found = all.filter(({ deletedAt }) => (deletedAt !== null) === inBin);
      const product = found.length === 1 ? found[0] : found.find((one) => one.id === choice?.recordId);
      const candidates = found.length > 1 ? { candidates: found.map((one) => one.id) } : {};
      if (product || found.length > 1) return { product, ...candidates };
    }
  }
  return {};
}

function verdictOf(record: FileRecord, known: Known, options: PlanOptions): Verdict {
  const { cells } = record;
  const version = recordNumber(cells.fields.version ?? '') ?? null;
  const { product, candidates, problem } = matchOf(record, known, options);
  const own = clearsEmpty(cells, options.mapping);
  const texts = textsOf(cells, product !== undefined && own);
  // Found by its name, in another spelling: that is no renaming.
  if (product && !own && nameOf(cells) === productKey(product.name)) delete texts.name;
  const { input, problems } = parse(texts, product?.name);
  const detail: RowDetail = { changes: [], problems: [...cellProblems(cells), ...(problem ? [problem] : []), ...problems] };
  const owner = known.byName.get(nameOf(cells));
  if (owner && 'name' in texts && owner.id !== product?.id && (product || !candidates)) {
    const rule = owner.deletedAt === null ? 'product_taken' : 'product_taken_binned';
    detail.problems.push({ field: 'name', rule, params: { id: String(owner.id), name: owner.name } });
  }
  if (candidates) detail.candidates = candidates;
  if (product && detail.problems.length === 0) {
    const base = version === null ? undefined : known.earlier.get(`${product.id}.${version}`);
    const after = spelled(productSnapshot(applyProductInput(product, input)));
    detail.changes = cellChanges(Object.keys(texts), spelled(productSnapshot(product)), after, base && spelled(base));
  }
  return { kind: kindOf(product, detail), recordId: product?.id ?? null, version, detail };
}

/** A checked row as the verbs take a product, cut to some of its fields where they are named. */
function inputOf({ cells, action, fields }: ImportStep, before?: ProductRow): ProductInput {
  const texts = Object.entries(textsOf(cells, before !== undefined)).filter(([name]) => action === 'create' || fields.includes(name));
  const { input, problems } = parse(Object.fromEntries(texts), before?.name);
  if (problems.length > 0)
    throw new DomainError('validation', { fields: Object.fromEntries(problems.map(({ field, rule }) => [field, [{ rule }]])) });
  return input;
}

async function edit(tx: Tx, ctx: Ctx, id: number, step: ImportStep): Promise<number | undefined> {
  const before = await loadProduct(tx, id);
  const { change } = await changeProduct(tx, ctx, before, applyProductInput(before, inputOf(step, before)));
  return change && recordChange(tx, ctx, 'import.edit', [change]);
}

async function restore(tx: Tx, ctx: Ctx, id: number, step: ImportStep): Promise<number> {
  const binned = await findProduct(tx, id);
  if (!binned || binned.deletedAt === null) throw new DomainError('changed_meanwhile');
  const operationId = await recordChange(tx, ctx, 'import.restore', [await moveProduct(tx, ctx, binned, 'restore')]);
  await edit(tx, { ...ctx, groupId: ctx.groupId ?? operationId }, id, step);
  return operationId;
}

/** Products from a file. */
export const productImport: EntityImport = {
  entity: 'product',
  permission: 'product.write',
  required: [['name']],
  keysOf: (cells, { matchBy }) => {
    const keys: Record<string, string | number | undefined> = {
      id: recordNumber(cells.fields.id ?? ''),
      sku: skuOf(cells) || undefined,
    };
    const others = matchBy.filter((name) => keys[name] !== undefined).map((name) => `${name}:${keys[name]}`);
    // Two products cannot have one name, whatever they are found by.
    return nameOf(cells) ? [`name:${nameOf(cells)}`, ...others] : others;
  },
  planner: async (tx, records, options) => {
    const known = await lookUp(tx, records, options);
    return (record) => verdictOf(record, known, options);
  },
  apply: async (tx, ctx, step) => {
    if (step.recordId === null) {
      const { change } = await makeProduct(tx, ctx, inputOf(step));
      return recordChange(tx, ctx, 'import.create', [change]);
    }
    return step.action === 'restore' ? restore(tx, ctx, step.recordId, step) : edit(tx, ctx, step.recordId, step);
  },
};
