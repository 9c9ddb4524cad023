import type { Tx } from '@/db/engines/engine';
import { clientsByKey } from '@/db/queries/client-keys';
import { linksOf } from '@/db/queries/links';
import { productIdsOf, productsByIds, productsBySku } from '@/db/queries/products';
import { formalName } from '../clients/client-name';
import { emailKeyOf } from '../clients/email';
import { parsePhone } from '../clients/phone';
import { productKey } from '../products/product-key';
import type { Exchanged, FindingDetail, Shared } from './schema';

/** A record of ours that one of theirs looks like. */
export type Alike = NonNullable<FindingDetail['like']>[number];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

async function alikeClients(tx: Tx, values: Shared): Promise<Alike[]> {
  const keys = [
    { key: 'mobile_phone', by: 'phone', value: parsePhone(text(values.mobile_phone)) },
    { key: 'email', by: 'email', value: emailKeyOf(text(values.email)) },
    { key: 'inn', by: 'inn', value: text(values.inn) },
  ] as const;
  const found: Alike[] = [];
  for (const { key, by, value } of keys) {
    if (!value) continue;
    for (const row of await clientsByKey(tx, key, [value])) found.push({ id: row.id, name: formalName(row), by });
  }
  return found;
}

async function alikeProducts(tx: Tx, values: Shared): Promise<Alike[]> {
  const sku = text(values.sku);
  const bySku = sku ? await productsBySku(tx, [sku]) : [];
  const ids = [...(await productIdsOf(tx, [productKey(text(values.name))])).values()];
  const byName = await productsByIds(tx, ids);
  const live = (by: Alike['by'], rows: typeof bySku) =>
    rows.filter(({ deletedAt }) => deletedAt === null).map(({ id, name }) => ({ id, name, by }));
  // A name belongs to one product only, whatever articles there are.
  return byName.length > 0 ? live('name', byName) : live('sku', bySku);
}

/**
 * Records of ours that one of theirs may be, each once: clients by phone (E.164), e-mail or INN, products by name or article. An
 * order is like no other. `linked` are those that are another record of theirs at the connection already.
 */
export async function findAlike(tx: Tx, connectionId: number, entity: Exchanged, values: Shared): Promise<Alike[]> {
  if (entity === 'order') return [];
  const found = entity === 'client' ? await alikeClients(tx, values) : await alikeProducts(tx, values);
  const once = found.filter(({ id }, n) => found.findIndex((other) => other.id === id) === n);
  const ids = once.map(({ id }) => id);
  const linked = new Set(
    (await linksOf(tx, connectionId, entity, ids)).flatMap(({ localId, remoteId }) => (remoteId === null ? [] : localId)),
  );
  return once.map((one) => (linked.has(one.id) ? { ...one, linked: true } : one));
}
