import { Readable } from 'node:stream';
import { isDomainError } from '@/lib/domain/errors';
import { isImage } from '@/lib/domain/files/file-types';
import { getFile } from '@/lib/domain/files/get-file';
import { signedInCtx } from '@/lib/entry/page';
import { openContent } from '@/lib/files/content-store';
import { filesFolder } from '@/lib/files/folder';

interface Params {
  params: Promise<{ id: string }>;
}

/** A name in a header: plain letters for old programs, the real one beside it. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/** An attached file: to be kept, or an image to be seen in place (`?inline`). Nothing in it may run. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const ctx = await signedInCtx();
  if (!ctx) return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(`/files/${id}`)}` } });
  const file = /^[1-9]\d{0,14}$/.test(id) ? await getFile(ctx, Number(id)).catch(refused) : undefined;
  const etag = `"${file?.sha256}"`;
  const guard = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };
  if (file && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag, ...guard } });
  const content = file && (await openContent(filesFolder(), file.sha256));
  if (!content) return new Response('404', { status: 404, headers: plain });
  const inline = new URL(request.url).searchParams.has('inline') && isImage(file.type);
  return new Response(Readable.toWeb(content.stream) as unknown as BodyInit, {
    headers: {
      ...guard,
      etag,
      'content-type': file.type.startsWith('text/') ? 'application/octet-stream' : file.type,
      'content-length': String(content.size),
      'content-disposition': disposition(inline ? 'inline' : 'attachment', file.name),
      'cache-control': 'private, no-cache',
    },
  });
}

function refused(error: unknown): undefined {
  if (isDomainError(error)) return undefined;
  throw error;
}
