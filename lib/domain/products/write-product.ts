import type { Tx } from '@/db/engines/engine';
import {
  addProductName,
  findProduct,
  insertProduct,
  type NewProductRow,
  type ProductRow,
  productIdsOf,
  updateProduct,
} from '@/db/queries/products';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots } from '../journal/fields';
import { type Action, type Change, recordChange } from '../journal/record-change';
import { updated } from '../stale';
import { productKey } from './product-key';
import type { ProductInput } from './schema';
import { productSnapshot } from './snapshot';

type ProductValues = Pick<ProductRow, 'name' | 'sku' | 'unit' | 'priceMinor' | 'vatRate'>;

const emptyProduct: ProductValues = { name: '', sku: '', unit: '', priceMinor: null, vatRate: null };

/** A product with the fields of an input laid over it; fields left out stay. */
export function applyProductInput<P extends ProductValues>(product: P, input: ProductInput): P {
  return {
    ...product,
    name: input.name ?? product.name,
    sku: input.sku ?? product.sku,
    unit: input.unit ?? product.unit,
    priceMinor: input.price === undefined ? product.priceMinor : input.price,
    vatRate: input.vat_rate === undefined ? product.vatRate : input.vat_rate,
  };
}

/** A name belongs to one product for ever, also from the bin: an old line must find what it was of. */
async function nameTaken(tx: Tx, ownerId: number | undefined): Promise<DomainError> {
  const owner = ownerId === undefined ? undefined : await findProduct(tx, ownerId);
  const rule = !owner || owner.deletedAt === null ? 'product_taken' : 'product_taken_binned';
  const issue = { rule, values: { id: String(owner?.id ?? ''), name: owner?.name ?? '' } };
  return new DomainError('validation', { id: owner?.id, fields: { name: [issue] } });
}

async function ownerOf(tx: Tx, key: string): Promise<number | undefined> {
  return (await productIdsOf(tx, [key])).get(key);
}

/** Step: a new product, and the change to record. Throws `validation` when its name belongs to another, with that one's id. */
export async function makeProduct(tx: Tx, ctx: Ctx, input: ProductInput): Promise<{ product: ProductRow; change: Change }> {
  const values = applyProductInput(emptyProduct, input);
  const key = productKey(values.name);
  const owner = await ownerOf(tx, key);
  if (owner !== undefined) throw await nameTaken(tx, owner);
  const at = ctx.now().getTime();
  const row: NewProductRow = { ...values, version: 1, createdAt: at, updatedAt: at, deletedAt: null };
  const product = await insertProduct(tx, key, row);
  if (!product) throw await nameTaken(tx, await ownerOf(tx, key));
  const change = { entity: 'product', entityId: product.id, action: 'create', versionBefore: null, versionAfter: product.version } as const;
  return { product, change: { ...change, fields: diffSnapshots(null, productSnapshot(product)) } };
}

/** Step: the same with its journal entry. */
export async function addProduct(tx: Tx, ctx: Ctx, input: ProductInput, kind: string): Promise<ProductRow> {
  const { product, change } = await makeProduct(tx, ctx, input);
  await recordChange(tx, ctx, kind, [change]);
  return product;
}

/** A new name is one more: the lines of the old one still find their product. */
async function takeName(tx: Tx, product: ProductRow): Promise<void> {
  const key = productKey(product.name);
  const owner = await ownerOf(tx, key);
  if (owner === product.id) return;
  if (owner !== undefined || !(await addProductName(tx, key, product.id))) throw await nameTaken(tx, owner ?? (await ownerOf(tx, key)));
}

/** Step: a product as it shall be, in place of `before`, and the change to record: none when nothing differs. */
export async function changeProduct(
  tx: Tx,
  ctx: Ctx,
  before: ProductRow,
  after: ProductRow,
): Promise<{ product: ProductRow; change: Change | undefined }> {
  const fields = diffSnapshots(productSnapshot(before), productSnapshot(after));
  if (Object.keys(fields).length === 0) return { product: before, change: undefined };
  if (fields.name) await takeName(tx, after);
  const product = updated(await updateProduct(tx, { ...after, updatedAt: ctx.now().getTime() }));
  const versions = { versionBefore: before.version, versionAfter: product.version };
  return { product, change: { entity: 'product', entityId: product.id, action: 'update', ...versions, fields } };
}

/** Step: the same with its journal entry. */
export async function saveProduct(tx: Tx, ctx: Ctx, before: ProductRow, after: ProductRow, kind: string): Promise<ProductRow> {
  const { product, change } = await changeProduct(tx, ctx, before, after);
  if (change) await recordChange(tx, ctx, kind, [change]);
  return product;
}

/** Step: a product into the bin, or back from it; the change to record. Its names stay its own. */
export async function moveProduct(tx: Tx, ctx: Ctx, before: ProductRow, action: Extract<Action, 'delete' | 'restore'>): Promise<Change> {
  const deleting = action === 'delete';
  const at = ctx.now().getTime();
  const product = updated(await updateProduct(tx, { ...before, deletedAt: deleting ? at : null, updatedAt: at }));
  const snapshot = productSnapshot(before);
  const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  return { entity: 'product', entityId: product.id, action, versionBefore: before.version, versionAfter: product.version, fields };
}
