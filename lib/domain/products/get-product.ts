import { findProduct, namesOfProduct, type ProductRow } from '@/db/queries/products';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { findProducts } from './find-products';
import { loadProduct } from './load-product';
import { productKey } from './product-key';
import { type ProductSales, salesOf } from './sales';

/** A live product, or `not_found`. */
export async function getProduct(ctx: Ctx, id: number): Promise<ProductRow> {
  may(ctx, 'product.read');
  return ctx.db.read((tx) => loadProduct(tx, id));
}

export interface ProductCard {
  product: ProductRow;
  sales: ProductSales;
  /** The first of the days in which sales are counted. */
  since: string;
  /** The other names it went by, as they are compared: lower case. */
  formerNames: string[];
}

/** A product with its sales and former names, also from the bin (`deletedAt` says so), or `not_found`. */
export async function getProductCard(ctx: Ctx, id: number): Promise<ProductCard> {
  may(ctx, 'product.read');
  return ctx.db.read(async (tx) => {
    const product = await findProduct(tx, id);
    if (!product) throw new DomainError('not_found');
    const { since } = await findProducts(tx, ctx, {});
    const own = productKey(product.name);
    const formerNames = (await namesOfProduct(tx, id)).filter((key) => key !== own);
    return { product, sales: (await salesOf(tx, [id], since))(id), since: since.day, formerNames };
  });
}
