import { createHash, randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A content is longer than it may be. */
export class ContentTooLarge extends Error {}

export interface Content {
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A content as a record names it; not every record knows its size. */
export type NamedContent = Pick<Content, 'sha256'> & Partial<Content>;

/** A content that has come whole and is not kept yet. */
export interface Incoming extends Content {
  /** The first bytes, which tell its kind. */
  head: Uint8Array;
  /** Gives it its place, on the disk for good. */
  keep: () => Promise<void>;
  discard: () => Promise<void>;
}

/** How the names of contents begin that are still coming. */
export const incomingPrefix = 'incoming-';

/** Where a content stands: `files/ab/abcd…`. Throws for what is no sha256. */
export function contentPath(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a sha256');
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Brings a folder's names to the disk: until then a power cut may take them back. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
}

async function write(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, { limit, headBytes }: { limit: number; headBytes: number }) {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (size < headBytes) head.push(chunk.subarray(0, headBytes - size));
    size += chunk.byteLength;
    if (size > limit) throw new ContentTooLarge();
    hash.update(chunk);
    // A write may take less than it is given.
    for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten;
  }
  await handle.sync();
  return { size, head: new Uint8Array(Buffer.concat(head)), sha256: hash.digest('hex') };
}

/**
 * Writes a content to the disk under a name of no account, as it comes. Throws `ContentTooLarge` past the limit, in bytes;
 * whatever is thrown, nothing stays behind.
 */
export async function receiveContent(
  folder: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: { limit: number; headBytes: number },
): Promise<Incoming> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${incomingPrefix}${process.pid}-${randomBytes(8).toString('hex')}`);
  const discard = () => rm(path, { force: true });
  try {
    const handle = await open(path, 'wx', 0o600);
    const content = await write(handle, chunks, limits).finally(() => handle.close());
    return { ...content, keep: () => adoptContent(folder, content.sha256, path), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** A kept content to be read, with its bytes; undefined when it is not there. */
export async function openContent(folder: string, sha256: string) {
  const path = contentPath(folder, sha256);
  const found = await stat(path).catch(() => undefined);
  return found && { size: found.size, stream: createReadStream(path) };
}

/** A small kept content whole; undefined when it is not there. */
export async function readContent(folder: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readFile(/* turbopackIgnore: true */ contentPath(folder, sha256)).catch(() => undefined);
  return bytes && new Uint8Array(bytes);
}

export async function removeContent(folder: string, sha256: string): Promise<void> {
  await rm(contentPath(folder, sha256), { force: true });
}

/** What is wrong with a content that stands at a path, if anything. */
export async function checkContentAt(path: string, { sha256, size }: NamedContent): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return `the file ${sha256} is missing`;
  if (size !== undefined && found.size !== size) return `the file ${sha256} has ${found.size} bytes, not ${size}`;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex') === sha256 ? undefined : `the file ${sha256} has another content`;
}

/** The same for one that is kept. */
export function checkContent(folder: string, content: NamedContent): Promise<string | undefined> {
  return checkContentAt(contentPath(folder, content.sha256), content);
}

/** Gives a content its place that was written under another name of the same disk. */
export async function adoptContent(folder: string, sha256: string, from: string): Promise<void> {
  const place = contentPath(folder, sha256);
  await mkdir(dirname(place), { recursive: true });
  await rename(from, place);
  await syncFolder(dirname(place));
  await syncFolder(folder);
}
