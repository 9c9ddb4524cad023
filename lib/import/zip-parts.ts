import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from './unreadable-file';

const maxEntries = 10_000;
/** A part that is not small may not unpack to more than this many times its size; tables of one repeated row stay far below. */
const maxRatio = 250;
const ratioCountsFrom = 8 << 20;

/** The parts of a package that is open, by their path in lower case, without a leading slash. */
export interface ZipParts {
  has(path: string): boolean;
  /** Paths in lower case. */
  paths(): string[];
  /** The unpacked bytes of a part, compared with its checksum at their end, at most `maxBytes`. Null when there is none. Throws {@link UnreadableFile}. */
  open(path: string, maxBytes: number): Promise<AsyncIterable<Buffer> | null>;
  close(): void;
}

/** Opens a zip file and reads its table of contents; nothing is unpacked yet. Throws {@link UnreadableFile}. */
export async function openZip(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { autoClose: false }).catch(fail);
  try {
    const entries = await entriesOf(zip);
    return {
      has: (name) => entries.has(name.toLowerCase()),
      paths: () => [...entries.keys()],
      open: async (name, maxBytes) => {
        const entry = entries.get(name.toLowerCase());
        return entry ? await openEntry(zip, entry, maxBytes) : null;
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new UnreadableFile('zip_bomb');
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new UnreadableFile('encrypted');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    fail(error);
  }
  return entries;
}

async function openEntry(zip: ZipFile, entry: Entry, maxBytes: number): Promise<AsyncIterable<Buffer>> {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > maxBytes) throw new UnreadableFile('zip_bomb');
  if (uncompressedSize > ratioCountsFrom && uncompressedSize > maxRatio * compressedSize) throw new UnreadableFile('zip_bomb');
  // From here on yauzl counts what really comes out and fails at the first byte beyond what the entry says.
  return checkedBytes(await zip.openReadStreamPromise(entry).catch(fail), entry.crc32);
}

async function* checkedBytes(stream: Readable, checksum: number): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    fail(error);
  } finally {
    stream.destroy();
  }
  if (sum !== checksum) throw new UnreadableFile('broken');
}

/** What an error of the zip layer means; one of the disk is passed on as it is. */
export function zipError(error: unknown): unknown {
  if (error instanceof UnreadableFile || (error instanceof Error && 'syscall' in error)) return error;
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('too many bytes in the stream')) return new UnreadableFile('zip_bomb', undefined, { cause: error });
  if (message.includes('encrypt')) return new UnreadableFile('encrypted', undefined, { cause: error });
  return new UnreadableFile('broken', undefined, { cause: error });
}

function fail(error: unknown): never {
  throw zipError(error);
}
