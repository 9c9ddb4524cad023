import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { BackupError } from '@/db/engines/backup';

/** A backup with attached files: this line, a line of JSON that tells what follows, then the dump and the contents. */
const magic = 'order-client-accounting backup 1\n';

export interface Part {
  /** `dump`, or the sha256 of a content. */
  name: string;
  /** Bytes. */
  size: number;
}

/** Whether a file is such a backup; a dump alone is one without files. */
export function isContainer(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(magic.length);
    readSync(handle, start, 0, magic.length, 0);
    return start.toString('latin1') === magic;
  } finally {
    closeSync(handle);
  }
}

/** Writes one file of several, each as long as it is when this begins. Throws `BackupError` when one is cut short meanwhile. */
export async function pack(target: string, parts: readonly { name: string; path: string }[]): Promise<void> {
  const told = parts.map(({ name, path }) => ({ name, size: statSync(path).size }));
  const out = createWriteStream(target, { flags: 'wx', mode: 0o600 });
  out.write(magic);
  out.write(`${JSON.stringify(told satisfies Part[])}\n`);
  for (const [at, { path, name }] of parts.entries()) {
    const size = told[at]?.size ?? 0;
    if (size === 0) continue;
    const from = createReadStream(path, { end: size - 1 });
    await pipeline(from, out, { end: false });
    if (from.bytesRead !== size) throw new BackupError(`${name} was cut short while it was copied.`);
  }
  out.end();
  await finished(out);
}

/** What a container holds, and where its bytes begin. Throws `BackupError` for a damaged one. */
async function readHeader(file: string): Promise<{ parts: Part[]; begin: number }> {
  const handle = await open(file);
  try {
    let text = '';
    const chunk = Buffer.alloc(64 * 1024);
    for (let at = magic.length; ; ) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      text += chunk.toString('latin1', 0, bytesRead);
      const end = text.indexOf('\n');
      if (end >= 0) return { parts: JSON.parse(text.slice(0, end)) as Part[], begin: magic.length + end + 1 };
      if (bytesRead === 0) throw new BackupError(`${file} is damaged: it ends too early.`);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Writes the parts of a container to places of their own. Throws `BackupError` for a damaged one. */
export async function unpack(file: string, placeOf: (part: Part) => string): Promise<Part[]> {
  const { parts, begin } = await readHeader(file);
  const whole = begin + parts.reduce((sum, { size }) => sum + size, 0);
  if (statSync(file).size !== whole) throw new BackupError(`${file} is damaged: it is not as long as it says.`);
  let at = begin;
  for (const part of parts) {
    const out = createWriteStream(placeOf(part), { flags: 'wx', mode: 0o600 });
    if (part.size > 0) await pipeline(createReadStream(file, { start: at, end: at + part.size - 1 }), out);
    else {
      out.end();
      await finished(out);
    }
    at += part.size;
  }
  return parts;
}
