import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { type PeerAnswer, PeerError } from './peer-http';

/** Bytes of an answer that are taken in, unpacked. */
const longest = 8 * 1024 * 1024;

const unreadable = () => new PeerError({ code: 'unreadable_answer' });

function unpacked(body: Readable, encoding: string): Readable {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return pipeline(body, createGunzip(), () => undefined);
    case 'br':
      return pipeline(body, createBrotliDecompress(), () => undefined);
    default:
      throw unreadable();
  }
}

/** Reads a stream up to so many bytes; the rest is not waited for. */
async function firstBytes(stream: Readable, limit: number): Promise<{ bytes: Buffer; more: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), more: true };
  }
  return { bytes: Buffer.concat(chunks), more: false };
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(flat);
}

function isPackingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(Z_|ERR__ERROR|ERR_BROTLI|ERR_)/.test(String(error.code)) && 'errno' in error;
}

/** The whole answer, or its first bytes where no more are wanted. Throws `PeerError` for one that is too large or packed wrongly. */
export async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData, wanted?: number): Promise<PeerAnswer> {
  const flat = flatHeaders(headers);
  // An error that comes after the reading has ended is nobody's any more.
  body.on('error', () => undefined);
  try {
    const { bytes, more } = await firstBytes(unpacked(body, flat['content-encoding'] ?? ''), wanted ?? longest);
    if (more && wanted === undefined) throw unreadable();
    return { status: statusCode, headers: flat, body: bytes };
  } catch (error) {
    throw isPackingError(error) ? unreadable() : error;
  } finally {
    body.destroy();
  }
}
