import { DomainError, type FieldIssues } from '@/lib/domain/errors';
import { DoorError } from './errors';

/** How much of a refused body is still read, so that the caller sees the answer and not a reset connection. */
const drainBytes = 16 * 1024 * 1024;
const drainMs = 5000;
/** Nesting that no request of this API comes near. */
const maxDepth = 64;

const taken = 'application/json, application/x-www-form-urlencoded, multipart/form-data';

/** What a request carried: an object of JSON, or the fields of a form. */
export type Payload = { kind: 'json'; value: unknown } | { kind: 'form'; entries: [string, string][] };

/** Reads a body once, up to a limit; afterwards it is empty. */
export class BodySource {
  private ended = false;
  private readonly iterator: AsyncIterator<Uint8Array> | undefined;

  constructor(body: AsyncIterable<Uint8Array> | null) {
    this.iterator = body?.[Symbol.asyncIterator]();
  }

  private async next(): Promise<Uint8Array | undefined> {
    if (this.ended || !this.iterator) return undefined;
    const step = await this.iterator.next().catch(() => {
      // The caller went away in the middle; nobody will read the answer.
      this.ended = true;
      throw new DoorError('bad_body', { reason: 'aborted' });
    });
    if (!step.done) return step.value;
    this.ended = true;
    return undefined;
  }

  /** All of it. Throws `too_large` past the limit. */
  async read(limit: number): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let chunk = await this.next(); chunk; chunk = await this.next()) {
      size += chunk.byteLength;
      if (size > limit) throw new DoorError('too_large', { limit });
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** All of it, piece by piece, for whoever writes it elsewhere and counts it himself. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
  }

  /** Throws away what is left, within bounds. Whether the end was reached. */
  async drain(): Promise<boolean> {
    const until = Date.now() + drainMs;
    let size = 0;
    const timer = new Promise<'late'>((done) => setTimeout(done, drainMs, 'late').unref());
    while (!this.ended && this.iterator && size < drainBytes && Date.now() < until) {
      const chunk = await Promise.race([this.next().catch(() => undefined), timer]);
      if (chunk === 'late') return false;
      if (chunk === undefined) return true;
      size += chunk.byteLength;
    }
    return this.ended || !this.iterator;
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DoorError('bad_body', { reason: 'UTF-8' });
  }
}

function parseJsonBody(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes);
  if (depthOf(text) > maxDepth) throw new DoorError('bad_body', { reason: `JSON, > ${maxDepth}` });
  try {
    return JSON.parse(text);
  } catch {
    throw new DoorError('bad_body', { reason: 'JSON' });
  }
}

/** Form fields; a repeated key or a file is an error of that field. */
async function parseForm(bytes: Buffer, contentType: string): Promise<[string, string][]> {
  if (contentType.startsWith('application/x-www-form-urlencoded')) decodeUtf8(bytes);
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new DoorError('bad_body', { reason: contentType.split(';')[0] ?? 'form' });
  });
  const entries = new Map<string, string>();
  const fields: FieldIssues = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') fields[name] = [{ rule: 'file' }];
    else if (entries.has(name)) fields[name] = [{ rule: 'repeated' }];
    else entries.set(name, value);
  }
  if (Object.keys(fields).length > 0) throw new DomainError('validation', { fields });
  return [...entries];
}

/** A body by its content type; an empty one is `{}`. Throws `bad_body`, `too_large`, `unsupported_media_type`. */
export async function readPayload(source: BodySource, contentType: string | undefined, limit: number): Promise<Payload> {
  const media = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const json = media === 'application/json';
  const form = media === 'application/x-www-form-urlencoded' || media === 'multipart/form-data';
  if (media && !json && !form) throw new DoorError('unsupported_media_type', { types: taken });
  const bytes = await source.read(limit);
  if (bytes.length === 0) return { kind: 'json', value: {} };
  if (json) return { kind: 'json', value: parseJsonBody(bytes) };
  if (!form) throw new DoorError('unsupported_media_type', { types: taken });
  return { kind: 'form', entries: await parseForm(bytes, contentType ?? '') };
}
