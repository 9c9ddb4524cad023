import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile as read, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { env } from '@/lib/env';

/** Where a content stands: `files/ab/abcd…` under DATA_DIR; undefined for what is no sha256. */
function placeOf(sha256: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(sha256) ? join(env().DATA_DIR, 'files', sha256.slice(0, 2), sha256) : undefined;
}

/** Keeps a content under its sha256, which is returned; a content that is kept already stays as it is. */
export async function storeFile(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeOf(sha256) ?? '';
  await mkdir(dirname(place), { recursive: true });
  const coming = `${place}.${randomBytes(6).toString('hex')}`;
  const handle = await open(coming, 'wx', 0o600);
  await handle
    .writeFile(bytes)
    .then(() => handle.sync())
    .finally(() => handle.close());
  await rename(coming, place);
  return sha256;
}

/** A kept content; undefined when it is not there. */
export async function readFile(sha256: string): Promise<Buffer | undefined> {
  const place = placeOf(sha256);
  return place === undefined ? undefined : read(place).catch(() => undefined);
}
