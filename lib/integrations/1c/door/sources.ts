import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { uploadLimit } from '@/lib/files/uploads';
import { UnreadableFile } from '@/lib/import/unreadable-file';
import { openZip, type ZipParts } from '@/lib/import/zip-parts';
import type { CmlSource } from '../commerceml/document';
import type { Session } from './session';
import { refuse } from './visit';
import { filePath, safeName } from './work-folder';

/** The XML of a file, or of all that a zip holds, and what has to be closed afterwards. */
export interface Sources {
  sources: readonly CmlSource[];
  close: () => void;
}

/** Bytes that the files of one import may unpack to, together. */
function unpackedLimit(): number {
  return 4 * uploadLimit();
}

const codes: Partial<Record<string, string>> = { zip_bomb: 'onec_zip_bomb', encrypted: 'onec_zip_encrypted' };

function refuseZip(error: unknown): never {
  if (error instanceof UnreadableFile) refuse(codes[error.code] ?? 'onec_zip_broken');
  throw error;
}

/** The end of a zip's table of contents, and of the one root element there is, in either encoding. */
const endings = {
  zip: Buffer.from('PK\x05\x06', 'latin1'),
  /** In UTF-8 and in windows-1251. */
  roots: [Buffer.from('КоммерческаяИнформация>'), Buffer.from('caeeecece5f0f7e5f1eae0ffc8edf4eef0ece0f6e8ff3e', 'hex')],
};

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await handle.read(tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    await handle.close();
  }
}

function isZip(head: Buffer): boolean {
  return head.toString('latin1') === 'PK\x03\x04';
}

/** Whether a file that comes in parts has come to its end, by what it ends with. */
export async function looksWhole(path: string): Promise<boolean> {
  const { head, tail } = await endsOf(path);
  if (isZip(head)) return tail.includes(endings.zip);
  const end = tail.subarray(-200);
  return endings.roots.some((root) => end.includes(root));
}

function fileSource(path: string): CmlSource {
  return () => createReadStream(path);
}

function zipSource(zip: ZipParts, entry: string): CmlSource {
  return async function* () {
    try {
      const content = await zip.open(entry, unpackedLimit());
      if (content) yield* content;
    } catch (error) {
      refuseZip(error);
    }
  };
}

/** The XML entries of a zip; folders and names that lead elsewhere do not matter, since nothing is unpacked to the disk. */
function entriesOf(zip: ZipParts): string[] {
  return zip
    .paths()
    .filter((path) => /\.xml$/i.test(path))
    .sort();
}

async function zipSources(path: string, entry?: string): Promise<Sources | undefined> {
  const zip = await openZip(path).catch(refuseZip);
  const entries = entriesOf(zip).filter((name) => entry === undefined || safeName(name).toLowerCase() === entry.toLowerCase());
  if (entries.length === 0) {
    zip.close();
    return undefined;
  }
  return { sources: entries.map((name) => zipSource(zip, name)), close: () => zip.close() };
}

/** Each of the sources counts towards one limit: for the first reading. Throws when they are too much together. */
export function counted(sources: readonly CmlSource[]): CmlSource[] {
  let total = 0;
  return sources.map(
    (source) =>
      async function* () {
        for await (const chunk of source()) {
          total += chunk.byteLength;
          if (total > unpackedLimit()) refuse('onec_zip_bomb');
          yield chunk;
        }
      },
  );
}

/** What `import` names: a file that came, or one inside a zip that came. Throws when there is none. */
export async function sourcesOf(connectionId: number, session: Session, name: string): Promise<Sources> {
  const { files } = session.state;
  const path = filePath(connectionId, session, name);
  if (files[name] !== undefined) {
    const { head } = await endsOf(path);
    if (!isZip(head)) return { sources: [fileSource(path)], close: () => undefined };
    return (await zipSources(path)) ?? refuse('onec_zip_empty');
  }
  for (const zip of Object.keys(files)) {
    const zipPath = filePath(connectionId, session, zip);
    const found = isZip((await endsOf(zipPath)).head) ? await zipSources(zipPath, name) : undefined;
    if (found) return found;
  }
  return refuse('onec_no_file', { name });
}
