import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/env';
import { handleApi } from './dispatch';

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

/** Answers an API call straight from `node:http`, without Next: the fast door. */
export async function nodeDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await handleApi({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    body: request,
    address: addressOf(request),
  });
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a request belongs to the fast door; next-auth's own routes go to Next. */
export function isFastDoor(url: string): boolean {
  return /^\/api(\/|\?|$)/.test(url) && !/^\/api\/auth(\/|\?|$)/.test(url);
}
