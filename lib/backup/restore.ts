import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archiveOf } from '@/db/client';
import { BackupError } from '@/db/engines/backup';
import { lives } from '@/db/engines/scratch-files';
import type { CheckContent } from '@/lib/domain/verify/verify-parts';
import { adoptContent, checkContent, checkContentAt } from '@/lib/files/content-store';
import { listContents, markOwner } from '@/lib/files/sweep';
import { isContainer, unpack } from './container';
import { type Look, tryOut } from './try-out';

interface Restore extends Pick<Look, 'progress'> {
  /** Where attached contents are kept. */
  files: string;
  /** Stands for the database among those that share that folder. */
  mark: string;
}

/** A backup taken apart: its dump, and the contents that came with it. */
interface Unpacked {
  dump: string;
  contents: { sha256: string; path: string }[];
}

const prefix = 'restoring-';

function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\w+$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid && !lives(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function takeApart(file: string, files: string, work: (unpacked: Unpacked) => Promise<Restored>): Promise<Restored> {
  if (!isContainer(file)) return work({ dump: file, contents: [] });
  mkdirSync(files, { recursive: true });
  removeLeftOvers(files);
  const folder = join(files, `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  try {
    const parts = await unpack(file, ({ name }) => {
      if (!/^(dump|[0-9a-f]{64})$/.test(name)) throw new BackupError(`${file} is damaged: it holds a part of another kind.`);
      return join(folder, name);
    });
    const contents = parts.filter(({ name }) => name !== 'dump').map(({ name }) => ({ sha256: name, path: join(folder, name) }));
    return await work({ dump: join(folder, 'dump'), contents });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Restored {
  /** What was looked at. */
  counts: Awaited<ReturnType<typeof tryOut>>;
  /** Attached contents that came along. */
  contents: number;
  /** The name under which the replaced database is kept; null when there was none. */
  replaced: string | null;
}

/**
 * Puts a backup in place of the database: unpacked beside it, brought to this program's schema and checked whole first, then
 * its contents to the others, then the database at one stroke. Throws `BackupError`, or `MigrationError` for a backup of a
 * newer program; no record and no content has changed then.
 */
export async function restore(url: string, target: string, { files, mark, progress }: Restore): Promise<Restored> {
  const file = resolve(target);
  if (!existsSync(file) || !statSync(file).isFile()) throw new BackupError(`There is no file ${target}.`);
  const archive = archiveOf(url);
  return takeApart(file, files, async ({ dump, contents }) => {
    await archive.refuseForeign(dump).catch((error: unknown) => {
      throw error instanceof BackupError ? new BackupError(error.message.replace(dump, file)) : error;
    });
    await archive.refuseOpen();
    const brought = new Map(contents.map(({ sha256, path }) => [sha256, path]));
    const content: CheckContent = (named) => {
      const path = brought.get(named.sha256);
      return path === undefined ? checkContent(files, named) : checkContentAt(path, named);
    };
    return archive.unpack(dump, async (trial) => {
      const counts = await tryOut(trial.url, target, { progress, content });
      for (const { sha256, path } of contents) await adoptContent(files, sha256, path);
      if (contents.length > 0) await markOwner(files, mark);
      const replaced = await trial.place();
      // The replaced database may name contents that this one does not: none of them is cleared away any more.
      if (replaced !== null && (await listContents(files)).length > 0) await markOwner(files, 'replaced');
      return { counts, contents: contents.length, replaced };
    });
  });
}
