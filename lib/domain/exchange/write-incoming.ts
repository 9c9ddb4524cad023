import type { Tx } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { findOrder, listLiveOrdersOfClient } from '@/db/queries/orders';
import { findProduct } from '@/db/queries/products';
import { findUser } from '@/db/queries/users';
import { clientFields } from '../clients/schema';
import { applyClientInput, changeClient, emptyClient, makeClient, moveClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { type Change, recordChange } from '../journal/record-change';
import { formatMinor } from '../money';
import { orderForm } from '../orders/schema';
import { applyOrderInput, changeOrder, makeOrder, moveOrder } from '../orders/write-order';
import { productFields } from '../products/schema';
import { applyProductInput, changeProduct, makeProduct, moveProduct } from '../products/write-product';
import { validate } from '../validate';
import { nameAsFields } from './client-name-parts';
import { incomingItems } from './incoming-items';
import type { Exchanged, Shared } from './schema';

/** Changes made to one record, to be recorded together. */
interface Written {
  id: number;
  changes: Change[];
}

const clientNames = ['first_name', 'last_name', 'middle_name', 'company', 'inn', 'mobile_phone', 'email', 'address', 'comment'] as const;
const orderNames = ['client', 'status', 'description', 'due_day'] as const;

/** What is empty here rather than null. */
const texts: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'company',
  'inn',
  'address',
  'comment',
  'description',
  'sku',
  'unit',
]);

function picked(patch: Shared, names: readonly string[]): Shared {
  return Object.fromEntries(names.filter((name) => name in patch).map((name) => [name, patch[name] ?? (texts.has(name) ? '' : null)]));
}

async function putClient(tx: Tx, ctx: Ctx, id: number | undefined, patch: Shared): Promise<Written> {
  const before = id === undefined ? undefined : await findClient(tx, id);
  const named = typeof patch.name === 'string' ? nameAsFields(patch.name, before) : {};
  const known = before ?? emptyClient;
  const values = {
    first_name: known.firstName,
    last_name: known.lastName,
    middle_name: known.middleName,
    company: known.company,
    inn: known.inn,
    mobile_phone: known.mobilePhone,
    email: known.email,
    address: known.address,
    comment: known.comment,
  };
  const input = validate(clientFields, { ...values, ...named, ...picked(patch, clientNames) });
  if (!before) {
    const { client, change } = await makeClient(tx, ctx, input);
    return { id: client.id, changes: [change] };
  }
  const { change } = await changeClient(tx, ctx, before, applyClientInput(before, input));
  return { id: before.id, changes: change ? [change] : [] };
}

async function putProduct(tx: Tx, ctx: Ctx, id: number | undefined, patch: Shared): Promise<Written> {
  const before = id === undefined ? undefined : await findProduct(tx, id);
  const price = (minor: number | null) => (minor === null ? null : formatMinor(minor));
  const values = before
    ? { name: before.name, sku: before.sku, unit: before.unit, price: price(before.priceMinor), vat_rate: before.vatRate }
    : {};
  const told = picked(patch, ['name', 'sku', 'unit', 'vat_rate']);
  const priced = 'price' in patch ? { price: price(patch.price as number | null) } : {};
  const input = validate(productFields, { ...values, ...told, ...priced });
  if (!before) {
    const { product, change } = await makeProduct(tx, ctx, input);
    return { id: product.id, changes: [change] };
  }
  const { change } = await changeProduct(tx, ctx, before, applyProductInput(before, input));
  return { id: before.id, changes: change ? [change] : [] };
}

async function putOrder(tx: Tx, ctx: Ctx, id: number | undefined, patch: Shared, author?: number): Promise<Written> {
  const before = id === undefined ? undefined : await findOrder(tx, id);
  const items = 'items' in patch ? { items: incomingItems(patch.items, before?.lines ?? []) } : {};
  const told = { ...picked(patch, orderNames), ...items };
  if (!before) {
    // A user who is not there any more has made nothing.
    const known = author === undefined ? undefined : await findUser(tx, author);
    const { order, change } = await makeOrder(tx, ctx, validate(orderForm, told), { createdBy: known?.id });
    return { id: order.order.id, changes: [change] };
  }
  const input = validate(orderForm.partial(), told);
  const given = Object.fromEntries(Object.keys(told).map((name) => [name, input[name as keyof typeof input]]));
  const { change } = await changeOrder(tx, ctx, before, await applyOrderInput(tx, before, given));
  return { id: before.order.id, changes: change ? [change] : [] };
}

const writers = { client: putClient, product: putProduct, order: putOrder } as const;

/** Into the bin or back from it; a client whose orders stand here is not taken away on the word of another system. */
async function move(tx: Tx, ctx: Ctx, entity: Exchanged, id: number, action: 'delete' | 'restore'): Promise<Change | undefined> {
  const isDone = (deletedAt: number | null) => (deletedAt !== null) === (action === 'delete');
  if (entity === 'client') {
    const row = await findClient(tx, id);
    if (!row || isDone(row.deletedAt)) return undefined;
    const live = action === 'delete' ? await listLiveOrdersOfClient(tx, id) : [];
    if (live.length > 0) throw new DomainError('client_has_orders', { values: { count: live.length } });
    return moveClient(tx, ctx, row, action);
  }
  if (entity === 'product') {
    const row = await findProduct(tx, id);
    return !row || isDone(row.deletedAt) ? undefined : moveProduct(tx, ctx, row, action);
  }
  const found = await findOrder(tx, id);
  return !found || isDone(found.order.deletedAt) ? undefined : moveOrder(tx, ctx, found, action);
}

function kindOf(created: boolean, changes: readonly Change[]): string {
  if (created) return 'exchange.create';
  const moved = changes.find(({ action }) => action === 'delete' || action === 'restore');
  return moved ? `exchange.${moved.action}` : 'exchange.edit';
}

/**
 * Step: what came in laid over a record of ours, or a new one, as one operation of the connection. Other records stand in the
 * patch by our ids; `author` is the user who made a new order. Throws `validation`, `email_taken`, `client_has_orders` and whatever
 * our rules refuse.
 */
export async function writeIncoming(
  tx: Tx,
  ctx: Ctx,
  { entity, id, patch, author }: { entity: Exchanged; id: number | undefined; patch: Shared; author?: number },
): Promise<{ id: number; operationId: number | undefined }> {
  const { deleted, ...fields } = patch;
  const changes: Change[] = [];
  if (id !== undefined && deleted === false)
    changes.push(...[await move(tx, ctx, entity, id, 'restore')].filter((change) => change !== undefined));
  let localId = id;
  if (localId === undefined || Object.keys(fields).length > 0) {
    const written = await writers[entity](tx, ctx, localId, fields, author);
    localId = written.id;
    changes.push(...written.changes);
  }
  if (deleted === true) changes.push(...[await move(tx, ctx, entity, localId, 'delete')].filter((change) => change !== undefined));
  const operationId = changes.length > 0 ? await recordChange(tx, ctx, kindOf(id === undefined, changes), changes) : undefined;
  return { id: localId, operationId };
}
