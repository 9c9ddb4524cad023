import { getLocale, getTranslations } from 'next-intl/server';
import { isDomainError } from '@/lib/domain/errors';
import { getImport } from '@/lib/domain/imports/get-import';
import { signedInCtx } from '@/lib/entry/page';
import { tableFormatIn, tableResponse } from '@/lib/entry/table-response';
import { badRowsTable } from '@/lib/export/imports/bad-rows';

interface Params {
  params: Promise<{ id: string }>;
}

/** The rows of an import that are not taken in, with what is wrong, to be put right and brought in again. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const ctx = await signedInCtx();
  if (!ctx) return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(`/imports/${id}`)}` } });
  try {
    const { id: known, fileName } = await getImport(ctx, /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0);
    const [locale, t] = await Promise.all([getLocale(), getTranslations('importing')]);
    const name = t('badName', { file: fileName.replace(/\.\w{1,5}$/, '') });
    return tableResponse(await badRowsTable(ctx, known, locale), tableFormatIn(new URL(request.url).searchParams.get('format')), name);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response('404', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
  }
}
