import { z } from 'zod';
import { Fault, type PeerStock } from '../sync/peer';
import { readProduct, unitFor } from './map';
import { archivedToo, byIds, domainOf, firstId, ifUnchanged, type Model, parsed, rowsOf } from './model';
import type { Talk, Value } from './talk';
import { fieldsOf, type Product, product, type Uom } from './types';
import { templateValues } from './write-values';

/** Products as they stand there. */
export function productRows(talk: Talk, domain: Value[], limit: number | null = null): Promise<Product[]> {
  return rowsOf(talk, 'product.product', product, fieldsOf.product, domain, limit);
}

/** Products are variants; name, price and unit stand on their templates. */
export function openProducts(talk: Talk, units: readonly Uom[]): Model {
  return {
    search: async (search) => {
      const rows = await productRows(talk, domainOf(search, ['template.'], 'identifiers.code'), search.limit);
      return rows.map((row) => readProduct(row, units, talk.skewMs));
    },
    read: async (ids) => (await productRows(talk, byIds(ids))).map((row) => readProduct(row, units, talk.skewMs)),
    create: async (values, uid) => {
      const variant = { suffix_code: String(values.sku ?? '') || null, identifiers: [['create', [{ code: uid }]]] };
      const fixed = { type: 'goods', salable: true, cost_price_method: 'fixed' };
      const template = {
        ...fixed,
        ...templateValues(values, unitFor(units, String(values.unit ?? ''))),
        products: [['create', [variant]]],
      };
      const templateId = firstId(await talk.call('product.template.create', [[template]]));
      return firstId(await talk.call('product.product.search', [[['template', '=', templateId]], 0, 1, null], archivedToo));
    },
    update: async ({ before, patch }) => {
      const id = Number(before.id);
      const [known] = await productRows(talk, byIds([id]));
      if (!known) throw new Fault('retry', { code: 'changed_there' });
      const [own, template] = parsed(z.string(), JSON.parse(before.version));
      const stamps = ifUnchanged({ [`product.product,${id}`]: own ?? '', [`product.template,${known.template}`]: template ?? '' });
      const active: Record<string, Value> = 'deleted' in patch ? { active: patch.deleted !== true } : {};
      const sku: Record<string, Value> = 'sku' in patch ? { suffix_code: String(patch.sku ?? '') || null } : {};
      const shared = { ...templateValues(patch, unitFor(units, String(patch.unit ?? ''))), ...active };
      const variant = { ...sku, ...active };
      // Both hang together: one write of both is one transaction.
      const products: Record<string, Value> = Object.keys(variant).length > 0 ? { products: [['write', [id], variant]] } : {};
      await talk.call('product.template.write', [[known.template], { ...shared, ...products }], stamps);
    },
  };
}

const named = z.object({ id: z.int(), name: z.string() });
const counted = z.object({ id: z.int(), quantity: z.number().nullable() });

/** What each warehouse has; nothing where the module is not there. */
export async function readStock(talk: Talk): Promise<PeerStock[]> {
  const known = await talk.call('ir.model.search_count', [[['model', '=', 'stock.location']]]);
  if (known === 0) return [];
  const asked: Value[] = [[['type', '=', 'warehouse']], 0, null, null, ['name']];
  const stock: PeerStock[] = [];
  for (const { id, name } of parsed(named, await talk.call('stock.location.search_read', asked))) {
    const goods: Value[] = [[['type', '=', 'goods']], 0, null, [['id', 'ASC']], ['quantity']];
    for (const row of parsed(counted, await talk.call('product.product.search_read', goods, { locations: [id] }))) {
      if (row.quantity) stock.push({ productId: String(row.id), warehouse: name, quantityMilli: Math.round(row.quantity * 1000) });
    }
  }
  return stock;
}
