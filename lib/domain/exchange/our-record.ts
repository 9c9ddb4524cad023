import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { findProduct, type ProductRow } from '@/db/queries/products';
import { formalName } from '../clients/client-name';
import type { Exchanged, Shared } from './schema';

/** A record of ours in shared words; other records stand in it by our ids. */
export interface OurRecord {
  id: number;
  version: number;
  /** UTC epoch ms. */
  updatedAt: number;
  deleted: boolean;
  /** Money was received for it: its lines are not changed without a person. */
  paid: boolean;
  /** What people call it. */
  name: string;
  values: Shared;
  /** Records it names: these are exchanged before it. */
  needs: { entity: Exchanged; id: number }[];
}

function clientRecord(row: ClientRow): OurRecord {
  const { firstName, lastName, middleName, company, inn, mobilePhone, email, address, comment } = row;
  const deleted = row.deletedAt !== null;
  const parts = { first_name: firstName, last_name: lastName, middle_name: middleName, company, inn };
  return {
    id: row.id,
    version: row.version,
    updatedAt: row.updatedAt,
    deleted,
    paid: false,
    name: formalName(row),
    values: { name: formalName(row), ...parts, mobile_phone: mobilePhone, email, address, comment, deleted },
    needs: [],
  };
}

function productRecord(row: ProductRow): OurRecord {
  const { name, sku, unit, priceMinor, vatRate } = row;
  const deleted = row.deletedAt !== null;
  return {
    id: row.id,
    version: row.version,
    updatedAt: row.updatedAt,
    deleted,
    paid: false,
    name,
    values: { name, sku, unit, price: priceMinor, vat_rate: vatRate, deleted },
    needs: [],
  };
}

function orderRecord({ order, client, lines }: FullOrder): OurRecord {
  const deleted = order.deletedAt !== null;
  const items = lines.map((line) => ({
    product: line.product,
    sku: line.sku,
    unit: line.unit,
    quantity: line.quantityMilli,
    price: line.priceMinor,
    discount: line.discountMinor,
    vat_rate: line.vatRate,
    total: line.totalMinor,
    ref: line.productId,
  }));
  const products = new Set(lines.flatMap(({ productId }) => (productId === null ? [] : [productId])));
  return {
    id: order.id,
    version: order.version,
    updatedAt: order.updatedAt,
    deleted,
    paid: order.paidMinor !== 0,
    name: String(order.id),
    values: {
      number: order.id,
      client: client.id,
      status: order.status,
      description: order.description,
      due_day: order.dueDay,
      shipped_day: order.shippedDay,
      items,
      deleted,
    },
    needs: [{ entity: 'client', id: client.id }, ...[...products].map((id) => ({ entity: 'product' as const, id }))],
  };
}

/** A record of ours as it stands, also from the bin; undefined when there is none, or when it was erased. */
export async function readOurRecord(tx: Tx, entity: Exchanged, id: number): Promise<OurRecord | undefined> {
  switch (entity) {
    case 'client': {
      const row = await findClient(tx, id);
      return row && row.erasedAt === null ? clientRecord(row) : undefined;
    }
    case 'product': {
      const row = await findProduct(tx, id);
      return row && productRecord(row);
    }
    case 'order': {
      const found = await findOrder(tx, id);
      return found && orderRecord(found);
    }
  }
}

/** What people call a record of ours; empty when there is none. */
export async function recordName(tx: Tx, entity: Exchanged, id: number): Promise<string> {
  return (await readOurRecord(tx, entity, id))?.name ?? '';
}
