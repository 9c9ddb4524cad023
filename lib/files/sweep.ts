import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { incomingPrefix, removeContent } from './content-store';

const hourMs = 3600 * 1000;
/** Contents looked at together. */
const batch = 200;

/** Databases whose orders name contents of this folder: one empty file each. */
const owners = 'databases';

/** Notes that a database keeps contents here. */
export async function markOwner(folder: string, mark: string): Promise<void> {
  await mkdir(join(folder, owners), { recursive: true });
  await writeFile(join(folder, owners, mark), '');
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isOlder(path: string, than: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < than;
}

/** Every kept content. */
export async function listContents(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const part of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    found.push(...(await namesIn(join(folder, part))).filter((name) => /^[0-9a-f]{64}$/.test(name)));
  }
  return found;
}

interface Sweep {
  /** Of the only database that may keep contents here. */
  mark: string;
  /** Of these contents, those that a file names. */
  named: (contents: string[]) => Promise<Set<string>>;
  /** UTC epoch ms. */
  now: number;
}

/**
 * Removes uploads that broke off a day ago, and contents that nothing names: those of an hour ago, since a file is named
 * just after its content has come. Where several databases share the folder no content is removed; how many were.
 */
export async function sweepContents(folder: string, { mark, named, now }: Sweep): Promise<number> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (name.startsWith(incomingPrefix) && (await isOlder(path, now - 24 * hourMs))) await rm(path, { force: true });
  }
  const others = (await namesIn(join(folder, owners))).filter((owner) => owner !== mark);
  if (others.length > 0) return 0;
  const contents = await listContents(folder);
  let removed = 0;
  for (let at = 0; at < contents.length; at += batch) {
    const some = contents.slice(at, at + batch);
    const kept = await named(some);
    for (const sha256 of some) {
      if (kept.has(sha256) || !(await isOlder(join(folder, sha256.slice(0, 2), sha256), now - hourMs))) continue;
      await removeContent(folder, sha256);
      removed += 1;
    }
  }
  return removed;
}
