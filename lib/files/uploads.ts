import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { ContentTooLarge } from './content-store';
import { databaseMark } from './folder';

const hourMs = 3600 * 1000;

/** Where files that people bring in wait until they are read: working data, which no backup holds. */
function uploadsFolder(): string {
  return join(env().DATA_DIR, 'imports');
}

/** Bytes that a file may have that is brought in. */
export function uploadLimit(): number {
  return env().IMPORT_LIMIT_MB * 1024 * 1024;
}

/** Where an uploaded file stands. Throws for what is no key. */
export function uploadPath(key: string): string {
  if (!/^[0-9a-f]{12}-[0-9a-f]{32}$/.test(key)) throw new Error('not the key of an upload');
  return join(uploadsFolder(), key);
}

/** Writes a file to the disk as it comes, readable by nobody else. Throws `ContentTooLarge`; then nothing stays behind. */
export async function receiveUpload(chunks: AsyncIterable<Uint8Array>): Promise<{ key: string; size: number }> {
  await mkdir(uploadsFolder(), { recursive: true });
  const key = `${databaseMark()}-${randomBytes(16).toString('hex')}`;
  const limit = uploadLimit();
  let size = 0;
  try {
    const handle = await open(uploadPath(key), 'wx', 0o600);
    try {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > limit) throw new ContentTooLarge();
        // A write may take less than it is given.
        for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { key, size };
  } catch (error) {
    await removeUpload(key);
    throw error;
  }
}

export async function removeUpload(key: string): Promise<void> {
  await rm(uploadPath(key), { force: true });
}

/** Removes uploads of this process's database, an hour old or more, that no import names: their taking in broke off. */
export async function sweepUploads(named: (keys: string[]) => Promise<Set<string>>, now: number): Promise<void> {
  const names = await readdir(uploadsFolder()).catch(() => []);
  const keys = names.filter((name) => name.startsWith(`${databaseMark()}-`));
  const kept = await named(keys);
  for (const key of keys.filter((name) => !kept.has(name))) {
    const found = await stat(uploadPath(key)).catch(() => undefined);
    if (found && found.mtimeMs < now - hourMs) await removeUpload(key);
  }
}
