import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { SimilarNote } from '@/components/orders/similar-note';
import { findSimilarOrder } from '@/lib/domain/orders/find-similar-order';
import { maxItems } from '@/lib/domain/orders/schema';
import { signedInCtx } from '@/lib/entry/page';

const body = z.object({ client: z.int().positive(), products: z.array(z.string().max(255)).max(maxItems) });
const minute = 60_000;

/** For a new order while it is written: whether the client has one like it from today. Nothing is written. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { client, products } = parsed.data;
  const [found, t] = await Promise.all([findSimilarOrder(ctx, { clientId: client, products }), getTranslations('entry.similar')]);
  const headers = { 'cache-control': 'no-store' };
  if (!found) return Response.json({ similar: null }, { headers });
  const minutes = Math.floor((ctx.now().getTime() - found.createdAt) / minute);
  const id = String(found.id);
  const similar: SimilarNote = {
    id: found.id,
    title: minutes < 1 ? t('now') : minutes < 60 ? t('minutes', { n: minutes }) : t('hours', { n: Math.floor(minutes / 60) }),
    text: t('text', { id, a: found.shared, b: String(found.of) }),
    open: t('open', { id }),
  };
  return Response.json({ similar }, { headers });
}
