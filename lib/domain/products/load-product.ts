import type { Tx } from '@/db/engines/engine';
import { findProduct, type ProductRow } from '@/db/queries/products';
import { DomainError } from '../errors';

/** A live product, or `not_found`. */
export async function loadProduct(tx: Tx, id: number): Promise<ProductRow> {
  const product = await findProduct(tx, id);
  if (!product || product.deletedAt !== null) throw new DomainError('not_found');
  return product;
}
