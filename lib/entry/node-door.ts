import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { handleApi } from './dispatch';
import type { ApiResponse } from './http';

/** The visitor's address: the socket's, or behind a trusted proxy the one that the proxy saw. */
export function addressOf(request: IncomingMessage): string {
  const forwarded = env().TRUST_PROXY ? request.headers['x-forwarded-for'] : undefined;
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last || (request.socket.remoteAddress ?? '');
}

/** Of several headers of one name (`Idempotency-Key` twice) Node gives a list or a joined text; ours is the text. */
function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/** Aborts when the connection is closed before the answer is complete. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** A stream that breaks leaves a broken answer, so that nobody takes a part for the whole. */
async function sendStream(answer: ApiResponse, body: AsyncIterable<Uint8Array>, request: IncomingMessage, response: ServerResponse) {
  response.writeHead(answer.status, answer.headers);
  const pieces = Readable.from(body, { objectMode: false });
  if (request.method === 'HEAD') {
    pieces.destroy();
    response.end();
    return;
  }
  await pipeline(pieces, response).catch((error: NodeJS.ErrnoException) => {
    // Whoever goes away, or stops it, knows.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.name !== 'AbortError')
      log().error({ err: error, url: request.url }, 'a download broke off');
    response.destroy();
  });
}

/** Answers an API call straight from `node:http`, without Next: the fast door. */
export async function nodeDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await handleApi({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    body: request,
    address: addressOf(request),
    gone: () => goneSignal(response),
  });
  if (typeof answer.body !== 'string' && !(answer.body instanceof Uint8Array)) return sendStream(answer, answer.body, request, response);
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a request belongs to the fast door; next-auth's own routes go to Next. */
export function isFastDoor(url: string): boolean {
  return /^\/api(\/|\?|$)/.test(url) && !/^\/api\/auth(\/|\?|$)/.test(url);
}
