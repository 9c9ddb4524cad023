import { handleApi } from './dispatch';

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
    address: headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '',
  });
  // Next owns the connection here.
  const { connection: _, ...rest } = answered;
  return new Response(request.method === 'HEAD' ? null : typeof body === 'string' ? body : new Uint8Array(body), { status, headers: rest });
}
