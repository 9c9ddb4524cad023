import { getTranslations } from 'next-intl/server';
import type { ImportProgressAnswer } from '@/components/imports/follow-import';
import { importShare } from '@/components/imports/progress';
import { isDomainError } from '@/lib/domain/errors';
import { getImport } from '@/lib/domain/imports/get-import';
import { signedInCtx } from '@/lib/entry/page';

interface Params {
  params: Promise<{ id: string }>;
}

/** For the page of an import under way: how far it has come. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const [{ id }, ctx, t] = await Promise.all([params, signedInCtx(), getTranslations('importing')]);
  if (!ctx) return Response.json({}, { status: 401 });
  try {
    const view = await getImport(ctx, /^\d{1,15}$/.test(id) ? Number(id) : 0);
    const share = importShare(view);
    const text = t(view.state === 'checking' ? 'progressLeft' : 'progressApplied', share);
    const toast = { text: t('toast', { file: view.fileName, n: view.applied }), group: view.groupId ?? undefined };
    const answer: ImportProgressAnswer = { ...share, text, state: view.state, ...(view.state === 'done' && view.groupId ? { toast } : {}) };
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (isDomainError(error)) return Response.json({}, { status: 404 });
    throw error;
  }
}
