import { existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { archiveOf } from '@/db/client';
import { BackupError } from '@/db/engines/backup';
import { removeLeftOvers, removeScratch, scratchName, sync } from '@/db/engines/scratch-files';
import type { CheckContent } from '@/lib/domain/verify/verify-parts';
import { checkContent, contentPath } from '@/lib/files/content-store';
import { isContainer, pack } from './container';
import { type Look, tryOut } from './try-out';

interface BackUp extends Pick<Look, 'progress'> {
  /** Where attached contents are kept. */
  files: string;
}

/** A name that is taken may be taken over from an older backup alone, and never from the database itself. */
async function refuseTaken(url: string, file: string): Promise<void> {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new BackupError(`${file} is a folder.`);
  const database = resolve(url.replace(/^file:/, ''));
  if (existsSync(database) && realpathSync(database) === realpathSync(file)) throw new BackupError(`${file} is the database itself.`);
  if (isContainer(file)) return;
  await archiveOf(url)
    .refuseForeign(file)
    .catch(() => {
      throw new BackupError(`${file} is there already and is no backup: choose another name.`);
    });
}

/**
 * Writes a backup beside programs that read and write, tries it out – all of `verify` over its data – and gives it its name
 * only then; an older backup of that name stays until that moment. Contents that its orders name go with it. What was looked
 * at, and how many contents. Throws `BackupError`.
 */
export async function backUp(url: string, target: string, { files, progress }: BackUp) {
  const file = resolve(target);
  await refuseTaken(url, file);
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const prefix = `${basename(file)}.partial-`;
  removeLeftOvers(folder, prefix);
  const partial = join(folder, scratchName(prefix));
  const packed = join(folder, scratchName(prefix));
  const archive = archiveOf(url);
  try {
    await archive.dump(partial);
    const contents = new Set<string>();
    const content: CheckContent = (named) => {
      contents.add(named.sha256);
      return checkContent(files, named);
    };
    const counts = await archive.tryDump(partial, (trial) => tryOut(trial, target, { progress, content }));
    // Without attached files the dump itself is the backup.
    const whole = contents.size > 0 ? packed : partial;
    const parts = [...contents].map((name) => ({ name, path: contentPath(files, name) }));
    if (contents.size > 0) await pack(packed, [{ name: 'dump', path: partial }, ...parts]);
    sync(whole);
    renameSync(whole, file);
    sync(folder);
    return { ...counts, files: contents.size };
  } finally {
    removeScratch(partial);
    removeScratch(packed);
  }
}
