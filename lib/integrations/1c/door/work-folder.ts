import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { databaseMark } from '@/lib/files/folder';
import { uploadLimit } from '@/lib/files/uploads';
import type { Session } from './session';
import { refuse } from './visit';

const incomingPrefix = '.incoming-';

const dayMs = 24 * 3600 * 1000;

/** Where sessions keep what they were sent; working data, which no backup holds. */
function exchangeFolder(): string {
  return join(env().DATA_DIR, 'exchange');
}

function connectionFolder(connectionId: number): string {
  return join(exchangeFolder(), `${databaseMark()}-${connectionId}`);
}

function sessionFolder(connectionId: number, { tokenHash }: Session): string {
  return join(connectionFolder(connectionId), tokenHash.slice(0, 16));
}

/**
 * The name a file goes by here: the last part of whatever path was named, in safe characters. Real names are
 * `C:\v8_8789_c.xml` and `upload/1c/webdata/orders.xml`. Throws when nothing is left of it.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const safe = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-100);
  if (!/[\p{L}\p{N}]/u.test(safe)) refuse('onec_no_file_name');
  return safe;
}

/** Where a file of a session stands, by its safe name. */
export function filePath(connectionId: number, session: Session, name: string): string {
  return join(sessionFolder(connectionId, session), name);
}

/** Removes everything but the folder of a session; the files that nobody has read. */
export async function leaveFiles(connectionId: number, session: Session): Promise<string[]> {
  const folder = connectionFolder(connectionId);
  const own = sessionFolder(connectionId, session);
  const left: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (path === own) continue;
    const files = await readdir(path).catch(() => []);
    left.push(...files.filter((file) => !file.startsWith(incomingPrefix)));
    await rm(path, { recursive: true, force: true });
  }
  return left;
}

/** Removes folders of this process's database that nothing came into for a day: no session lives so long. */
export async function sweepFolders(now: number): Promise<void> {
  const own = (await readdir(exchangeFolder()).catch(() => [])).filter((name) => name.startsWith(`${databaseMark()}-`));
  for (const connection of own) {
    const sessions = await readdir(join(exchangeFolder(), connection)).catch(() => []);
    for (const path of sessions.map((name) => join(exchangeFolder(), connection, name))) {
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtimeMs < now - dayMs) await rm(path, { recursive: true, force: true });
    }
  }
}

/** Removes what a session was sent; the files that nobody has read. */
export async function emptyFolder(connectionId: number, session: Session): Promise<string[]> {
  const folder = sessionFolder(connectionId, session);
  const files = await readdir(folder).catch(() => []);
  await rm(folder, { recursive: true, force: true });
  return files.filter((file) => !file.startsWith(incomingPrefix));
}

export async function removeFile(connectionId: number, session: Session, name: string): Promise<void> {
  await rm(filePath(connectionId, session, name), { force: true });
}

/** A part of a file that has come whole, not yet joined to it. */
export interface Part {
  path: string;
  size: number;
}

async function writeChunk(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  // A write may take less than it is given.
  for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten;
}

async function writeAll(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) refuse('onec_too_large', { mb: Math.floor(uploadLimit() / 1024 / 1024) });
    await writeChunk(handle, chunk);
  }
  return size;
}

/** Takes a part in as it comes, beside its file, so that a connection that breaks leaves the file as it was. Throws when it is too large. */
export async function receivePart(connectionId: number, session: Session, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Part> {
  const folder = sessionFolder(connectionId, session);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${incomingPrefix}${randomBytes(8).toString('hex')}`);
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      return { path, size: await writeAll(handle, chunks, limit) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Joins a part to its file, of which `size` bytes stand for certain: what a crash left behind them is cut off. */
export async function appendPart(connectionId: number, session: Session, name: string, size: number, part: Part): Promise<void> {
  const handle = await open(filePath(connectionId, session, name), 'a', 0o600);
  try {
    await handle.truncate(size);
    for await (const chunk of createReadStream(part.path)) await writeChunk(handle, chunk as Buffer);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a part, joined or not. */
export async function dropPart({ path }: Part): Promise<void> {
  await rm(path, { force: true });
}
