import { nameClients } from '@/lib/domain/clients/name-clients';
import type { Ctx } from '@/lib/domain/context';
import type { OrderFilter } from '@/lib/domain/orders/order-filter';
import { nameProducts } from '@/lib/domain/products/name-products';
import { listAuthors } from '@/lib/domain/users/list-users';

/** What the ids of a filter of orders are called. */
export interface OrderFilterNames {
  /** The client whose orders alone are shown. */
  client: string | undefined;
  /** The product of the catalogue that they stand in, and another one. */
  product: string | undefined;
  withProduct: string | undefined;
  authors: readonly { id: number; name: string }[];
}

/** Looks up what the ids of a filter are called; a number that nobody knows stays one, and 0 is worded by whoever shows it. */
export async function orderFilterNames(ctx: Ctx, filter: OrderFilter | undefined): Promise<OrderFilterNames> {
  const { client_id: clientId, product_id: productId, with_product_id: withId } = filter ?? {};
  const [clients, products, authors] = await Promise.all([
    clientId ? nameClients(ctx, [clientId]) : new Map<number, string>(),
    productId || withId
      ? nameProducts(
          ctx,
          [productId, withId].filter((id) => id !== undefined),
        )
      : new Map<number, string>(),
    listAuthors(ctx),
  ]);
  const product = (id: number | undefined) => (id ? (products.get(id) ?? `№ ${id}`) : undefined);
  return {
    client: clientId ? (clients.get(clientId) ?? `№ ${clientId}`) : undefined,
    product: product(productId),
    withProduct: product(withId),
    authors,
  };
}
