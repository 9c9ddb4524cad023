import { Readable } from 'node:stream';
import { handleApi } from './dispatch';
import type { ApiResponse } from './http';

function contentOf(body: ApiResponse['body']): BodyInit {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : (Readable.toWeb(Readable.from(body, { objectMode: false })) as ReadableStream);
}

/** A stream that nobody will read has to be told so. */
async function leaveUnread(body: ApiResponse['body']): Promise<null> {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) await body[Symbol.asyncIterator]().return?.();
  return null;
}

/** Answers an API call inside Next: `npm run dev` and plain `next start`. Next itself appends the visitor's address. */
export async function nextDoor(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const {
    status,
    headers: answered,
    body,
  } = await handleApi({
    method: request.method,
    url: `${pathname}${search}`,
    headers,
    body: request.body,
    gone: () => request.signal,
    address: headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '',
  });
  // Next owns the connection here.
  const { connection: _, ...rest } = answered;
  return new Response(request.method === 'HEAD' ? await leaveUnread(body) : contentOf(body), { status, headers: rest });
}
