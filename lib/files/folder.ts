import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { databaseUrl } from '@/db/dialect/name';
import { env } from '@/lib/env';

/** Where attached contents are kept. */
export function filesFolder(): string {
  return join(env().DATA_DIR, 'files');
}

/** Bytes that one attached file may have. */
export function fileLimit(): number {
  return env().FILE_LIMIT_MB * 1024 * 1024;
}

/** Stands for the database of this process among those that share the folder. */
export function databaseMark(): string {
  return createHash('sha256').update(databaseUrl()).digest('hex').slice(0, 12);
}
