import { buffer } from 'node:stream/consumers';
import { issueToken } from '@/lib/auth/tokens';
import type { Role } from '@/lib/domain/permissions';
import { handleApi } from '@/lib/entry/dispatch';
import type { ApiResponse } from '@/lib/entry/http';
import { actorOf } from './people';

export const encodings = ['json', 'urlencoded', 'multipart'] as const;
export type Encoding = (typeof encodings)[number];

interface Sent {
  contentType?: string;
  bytes?: Uint8Array;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A body in one of the three encodings every POST takes; in forms every value is text. */
async function encode(body: unknown, encoding: Encoding): Promise<Sent> {
  if (body === undefined) return {};
  if (encoding === 'json') return { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
  const fields = Object.entries(body as Record<string, unknown>).map(([name, value]) => [name, textOf(value)] as [string, string]);
  const form = encoding === 'urlencoded' ? new URLSearchParams(fields) : new FormData();
  if (form instanceof FormData) for (const [name, value] of fields) form.append(name, value);
  const request = new Request('http://test/', { method: 'POST', body: form });
  return { contentType: request.headers.get('content-type') ?? '', bytes: new Uint8Array(await request.arrayBuffer()) };
}

export interface CallOptions {
  /** Who calls; nobody when null. */
  as?: Role | null;
  encoding?: Encoding;
  headers?: Record<string, string>;
  /** Sent as they are, instead of a body. */
  raw?: Sent;
}

export interface Reply extends Omit<ApiResponse, 'body'> {
  /** The parsed body, when it is JSON. */
  json: Record<string, unknown>;
  text: string;
  bytes: Uint8Array;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Calls the API as a program would, in this process, past any server. */
export async function call(method: string, url: string, body?: unknown, options: CallOptions = {}): Promise<Reply> {
  const { as = 'admin', encoding = 'json', headers = {} } = options;
  const sent = options.raw ?? (await encode(body, encoding));
  const actor = as && (await actorOf(as));
  const token = actor && (await issueToken('access', { userId: actor.id, sessionId: actor.sessionId }, new Date()));
  const response = await handleApi({
    method,
    url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(sent.contentType ? { 'content-type': sent.contentType } : {}),
      ...headers,
    },
    body: sent.bytes ? once(sent.bytes) : null,
    address: '127.0.0.1',
  });
  const answered = response.body;
  const bytes = typeof answered === 'string' ? Buffer.from(answered) : answered instanceof Uint8Array ? answered : await buffer(answered);
  const text = Buffer.from(bytes).toString('utf8');
  const isJson = response.headers['content-type']?.startsWith('application/json') ?? false;
  return { ...response, bytes, text, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
}
