import { getLocale, getTranslations } from 'next-intl/server';
import { entityIn } from '@/components/imports/import-url';
import { signedInCtx } from '@/lib/entry/page';
import { tableFormatIn, tableResponse } from '@/lib/entry/table-response';
import { templateOf } from '@/lib/export/imports/template';

/** A file to begin from: the columns an import knows, with an example. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const entity = entityIn(searchParams.get('entity'));
  const back = encodeURIComponent(`/imports/new?entity=${entity}`);
  if (!(await signedInCtx())) return new Response(null, { status: 303, headers: { location: `/login?next=${back}` } });
  const [locale, t] = await Promise.all([getLocale(), getTranslations('importing.templateName')]);
  return tableResponse(templateOf(entity, locale), tableFormatIn(searchParams.get('format')), t(entity));
}
