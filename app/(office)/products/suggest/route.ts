import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { ProductSuggestion } from '@/components/orders/product-suggestion';
import { typedNumber } from '@/components/orders/typed-number';
import { formatMinor } from '@/lib/domain/money';
import { maxItems } from '@/lib/domain/orders/schema';
import { matchProducts, type SuggestedProduct, suggestProducts } from '@/lib/domain/products/suggest-products';
import { pageFormat, signedInCtx } from '@/lib/entry/page';

const body = z.object({
  search: z.string().max(255).default(''),
  names: z.array(z.string().max(255)).max(maxItems).default([]),
  client: z.string().max(15).default(''),
});

/** For the lines of the order form: products for what is typed into one, or for every name of a pasted list. Nothing is written. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { search, names, client } = parsed.data;
  const clientId = /^[1-9]\d*$/.test(client) ? Number(client) : undefined;
  const [found, matched, format, t] = await Promise.all([
    suggestProducts(ctx, { search, clientId }),
    names.length > 0 ? matchProducts(ctx, { names, clientId }) : [],
    pageFormat(),
    getTranslations('entry'),
  ]);
  function shown({ product, last }: SuggestedProduct): ProductSuggestion {
    const { id, name, sku, unit, vatRate } = product;
    const priceMinor = product.priceMinor ?? last?.priceMinor;
    return {
      id,
      name,
      sku,
      unit,
      price: priceMinor === undefined ? '' : typedNumber(formatMinor(priceMinor), format.locale),
      vat_rate: vatRate === null ? '' : String(vatRate),
      shownPrice: priceMinor === undefined ? '' : format.money(priceMinor),
      shownLast: last
        ? t('lastPrice', { day: format.shortDay(last.day), price: format.amount(last.priceMinor) })
        : clientId
          ? t('neverBought')
          : '',
    };
  }
  const matches = matched.map(({ product, similar }) => ({ product: product && shown(product), similar: similar.map(shown) }));
  return Response.json({ products: found.map(shown), matches }, { headers: { 'cache-control': 'no-store' } });
}
