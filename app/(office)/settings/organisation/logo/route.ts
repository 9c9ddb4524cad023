import { pageSettings, signedInCtx } from '@/lib/entry/page';
import { readLogo } from '@/lib/files/logo';

/** The organisation's logo, for whoever has signed in. The address changes with the picture, so a browser may keep it. */
export async function GET(): Promise<Response> {
  if (!(await signedInCtx())) return new Response(null, { status: 401 });
  const logo = await readLogo((await pageSettings()).logo);
  if (!logo) return new Response(null, { status: 404 });
  return new Response(logo.bytes, { headers: { 'content-type': logo.type, 'cache-control': 'private, max-age=86400' } });
}
