import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a process of this machine lives; one of another user counts. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A file with what belongs to it, if it is there. */
export function removeScratch(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

/** Removes what killed processes left in a folder under names made by `scratchName`. */
export function removeLeftOvers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\w+\.db$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid && !lives(Number(pid))) removeScratch(join(folder, name));
  }
}

/** The name of a file that lives no longer than this process. */
export function scratchName(prefix: string): string {
  return `${prefix}${process.pid}-${randomBytes(4).toString('hex')}.db`;
}

/** Brings a file, or the names in a folder, to the disk: until then a power cut may take them back. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
