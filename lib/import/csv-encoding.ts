import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { ImportReading } from '../domain/imports/schema';

export type Encoding = NonNullable<ImportReading['encoding']>;

const byteOrderMarks: [Encoding, Buffer][] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** How many bytes of mark a text of an encoding begins with. */
export function markLength(head: Buffer, encoding: Encoding): number {
  const mark = byteOrderMarks.find(([name]) => name === encoding)?.[1];
  return mark && head.subarray(0, mark.length).equals(mark) ? mark.length : 0;
}

/**
 * The encoding of a text file, null for one that is no text. `head` is its beginning. Bytes that are no UTF-8, wherever in the file,
 * make it windows-1251: so the whole file is looked through once.
 */
export async function encodingOf(path: string, head: Buffer): Promise<Encoding | null> {
  const marked = byteOrderMarks.find(([name]) => markLength(head, name));
  if (marked) return marked[0];
  const zeros = head.includes(0);
  if (zeros) return wideEncoding(head);
  if (isBinary(head)) return null;
  return (await isUtf8File(path)) ? 'utf-8' : 'windows-1251';
}

/** UTF-16 without a mark: its digits, spaces and separators have a zero byte, always on the same side. */
function wideEncoding(head: Buffer): Encoding | null {
  const zeros = [0, 0];
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd >= 20 * even) return isBinaryText(head, 'utf-16le') ? null : 'utf-16le';
  if (even >= 20 * odd) return isBinaryText(head, 'utf-16be') ? null : 'utf-16be';
  return null;
}

/** Whether UTF-16 gives what no table holds: control characters, halves of pairs or characters that are none. */
function isBinaryText(head: Buffer, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1));
  const foreign = text.slice(0, -1).match(/(?!\s)[\p{Cc}\p{Cn}\ufffd]/gu);
  return (foreign?.length ?? 0) * 100 > text.length;
}

/** More control characters than a text ever has: one in a hundred. */
function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1a) controls++;
  return controls * 100 > head.length;
}

async function isUtf8File(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  let wide = false;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.length - unfinishedLength(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) return false;
    wide ||= !isAscii(whole);
    rest = bytes.subarray(end);
  }
  // A file cut off within a character is still what the rest of it is.
  return rest.length === 0 || wide;
}

/** How many bytes at the end belong to a UTF-8 character that goes on. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
