import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { Similar } from '@/components/duplicates/similar';
import { formalName } from '@/lib/domain/clients/client-name';
import { findSimilarClients } from '@/lib/domain/duplicates/find-similar';
import { signedInCtx } from '@/lib/entry/page';

const typed = z.string().max(200).default('');
const body = z.object({ mobile_phone: typed, email: typed, inn: typed, id: typed });

/** For the client form while it is typed in: who has the same contacts. Nothing is written; a failure leaves the form as it is. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await signedInCtx();
  if (!ctx) return Response.json({}, { status: 401 });
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { id, ...contacts } = parsed.data;
  const [found, t] = await Promise.all([
    findSimilarClients(ctx, { ...contacts, except: /^\d{1,15}$/.test(id) ? Number(id) : undefined }),
    getTranslations('duplicates'),
  ]);
  const similar = found.map(({ field, client, others }): Similar => {
    const label = t('who', { name: formalName(client), id: String(client.id) });
    return { field, id: client.id, label, more: others > 0 ? t('others', { n: others }) : '' };
  });
  return Response.json({ similar }, { headers: { 'cache-control': 'no-store' } });
}
