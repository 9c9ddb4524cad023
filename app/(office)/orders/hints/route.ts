import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { OrderHints, SimilarNote } from '@/components/orders/order-hints';
import { findSimilarOrder } from '@/lib/domain/orders/find-similar-order';
import { maxItems } from '@/lib/domain/orders/schema';
import { getStockByName } from '@/lib/domain/products/get-stock';
import { previousPrices } from '@/lib/domain/products/previous-prices';
import { type PageCtx, signedInCtx } from '@/lib/entry/page';

const body = z.object({ client: z.int().positive(), products: z.array(z.string().max(255)).max(maxItems) });
const minute = 60_000;

async function similarTo(ctx: PageCtx, clientId: number, products: string[]): Promise<SimilarNote | null> {
  const [found, t] = await Promise.all([findSimilarOrder(ctx, { clientId, products }), getTranslations('entry.similar')]);
  if (!found) return null;
  const minutes = Math.floor((ctx.now().getTime() - found.createdAt) / minute);
  const id = String(found.id);
  return {
    id: found.id,
    title: minutes < 1 ? t('now') : minutes < 60 ? t('minutes', { n: minutes }) : t('hours', { n: Math.floor(minutes / 60) }),
    text: t('text', { id, a: found.shared, b: String(found.of) }),
    open: t('open', { id }),
  };
}

/** For an order while it is written: whether the client has one like it from today, what he paid last, and what is in stock. Nothing is written. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { client: clientId, products } = parsed.data;
  const [similar, prices, there] = await Promise.all([
    similarTo(ctx, clientId, products),
    previousPrices(ctx, { clientId, products }),
    getStockByName(ctx, products),
  ]);
  const previous = Object.fromEntries([...prices].map(([product, { priceMinor }]) => [product, priceMinor]));
  const stock = Object.fromEntries([...there].map(([product, { quantityMilli }]) => [product, quantityMilli]));
  return Response.json({ similar, previous, stock } satisfies OrderHints, { headers: { 'cache-control': 'no-store' } });
}
