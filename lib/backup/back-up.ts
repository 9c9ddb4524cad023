import { existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { archiveOf } from '@/db/client';
import { BackupError } from '@/db/engines/backup';
import { removeLeftOvers, removeScratch, scratchName, sync } from '@/db/engines/scratch-files';
import { type Progress, tryOut } from './try-out';

/** A name that is taken may be taken over from an older backup alone, and never from the database itself. */
async function refuseTaken(url: string, file: string): Promise<void> {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new BackupError(`${file} is a folder.`);
  const database = resolve(url.replace(/^file:/, ''));
  if (existsSync(database) && realpathSync(database) === realpathSync(file)) throw new BackupError(`${file} is the database itself.`);
  await archiveOf(url)
    .refuseForeign(file)
    .catch(() => {
      throw new BackupError(`${file} is there already and is no backup: choose another name.`);
    });
}

/**
 * Writes a backup beside programs that read and write, tries it out – all of `verify` over its data – and gives it its name
 * only then; an older backup of that name stays until that moment. What was looked at. Throws `BackupError`.
 */
export async function backUp(url: string, target: string, progress: Progress) {
  const file = resolve(target);
  await refuseTaken(url, file);
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const prefix = `${basename(file)}.partial-`;
  removeLeftOvers(folder, prefix);
  const partial = join(folder, scratchName(prefix));
  const archive = archiveOf(url);
  try {
    await archive.dump(partial);
    const counts = await archive.tryDump(partial, (trial) => tryOut(trial, target, progress));
    sync(partial);
    renameSync(partial, file);
    sync(folder);
    return counts;
  } finally {
    removeScratch(partial);
  }
}
