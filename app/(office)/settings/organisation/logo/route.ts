import { pageSettings, signedInCtx } from '@/lib/entry/page';
import { pictureType } from '@/lib/files/picture';
import { readFile } from '@/lib/files/store-file';

/** The organisation's logo, for whoever has signed in. The address changes with the picture, so a browser may keep it. */
export async function GET(): Promise<Response> {
  if (!(await signedInCtx())) return new Response(null, { status: 401 });
  const { logo } = await pageSettings();
  const bytes = logo ? await readFile(logo) : undefined;
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'cache-control': 'private, max-age=86400' } });
}
