import { hrefWith } from '@/components/data-table/list-url';
import { entityIn } from '@/components/imports/import-url';
import { importProblemOf, takeImport } from '@/lib/entry/import-upload';
import { signedInCtx } from '@/lib/entry/page';
import { log } from '@/lib/log';

/** A script is told where to go on; a plain form is led there. */
function goTo(request: Request, href: string, told: Record<string, unknown>): Response {
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json({ href, ...told }, { headers: { 'cache-control': 'no-store' } });
  return new Response(null, { status: 303, headers: { location: href, 'cache-control': 'no-store' } });
}

/** A file to be imported: it stands on the disk before it is looked at, and the next step is the meaning of its columns. */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const entity = entityIn(searchParams.get('entity'));
  const ctx = await signedInCtx();
  const here = `/imports/new?entity=${entity}`;
  if (!ctx) return goTo(request, `/login?next=${encodeURIComponent(here)}`, {});
  try {
    const { id } = await takeImport(ctx, entity, searchParams.get('name'), request);
    return goTo(request, `/imports/${id}/columns`, {});
  } catch (error) {
    const told = importProblemOf(error) ?? { problem: 'failed' };
    if (told.problem === 'failed') log().error({ err: error }, 'a file could not be taken in');
    return goTo(request, hrefWith('/imports/new', { entity, problem: told.problem, row: told.row?.toString() }), { ...told });
  }
}
