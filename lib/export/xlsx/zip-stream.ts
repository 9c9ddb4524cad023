import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of the archive, its content ready or made while it is written. */
export interface ZipPart {
  path: string;
  content: string | AsyncIterable<Uint8Array>;
}

/**
 * An archive in chunks, made as they are taken. A part is asked for when the one before it has been made, so a late part may tell
 * about earlier ones. An error of a part is thrown to the reader; a reader who leaves ends the part at hand.
 */
export async function* zipStream(parts: AsyncIterable<ZipPart>, madeAt: number): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const options = { mtime: new Date(madeAt), compressionLevel: 1 };
  let source: Readable | undefined;
  const feed = async (): Promise<void> => {
    for await (const { path, content } of parts) {
      if (output.destroyed) return;
      if (typeof content === 'string') zip.addBuffer(Buffer.from(content), path, options);
      else {
        source = Readable.from(content, { objectMode: false, highWaterMark: 128 * 1024 });
        zip.addReadStream(source, path, options);
        await finished(source);
      }
    }
    zip.end();
  };
  const feeding = feed().catch((error: unknown) => output.destroy(error as Error));
  try {
    for await (const chunk of output) yield chunk;
  } finally {
    source?.destroy();
    await feeding;
  }
}
