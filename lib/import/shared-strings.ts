import { unescaped } from './excel-value';
import { maxCellLength } from './limits';
import { UnreadableFile } from './unreadable-file';
import { readPart } from './workbook';
import type { ZipParts } from './zip-parts';

/** Unpacked bytes of the part. */
const maxPartBytes = 1 << 30;
/** Bytes of text kept, each text counted with its place in the list. */
const maxBytes = 160 << 20;
const slabBytes = 1 << 20;

/**
 * The texts of a workbook that its cells name by number. They lie in UTF-8 side by side: a million small strings would cost three
 * times as much, and each would hold the piece of the file that it was cut from.
 */
export class SharedStrings {
  readonly #slabs: Buffer[] = [Buffer.allocUnsafe(slabBytes)];
  /** Where each text begins: slab × size of a slab + place. */
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #used = 0;
  #total = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#total += length + 16;
    if (this.#total > maxBytes) throw new UnreadableFile('too_large');
    if (this.#used + length > slabBytes) {
      this.#slabs.push(Buffer.allocUnsafe(slabBytes));
      this.#used = 0;
    }
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#lengths = grown(this.#lengths);
    }
    this.#starts[this.#count] = (this.#slabs.length - 1) * slabBytes + this.#used;
    this.#lengths[this.#count] = length;
    this.#slabs.at(-1)?.write(text, this.#used);
    this.#used += length;
    this.#count++;
  }

  /** Undefined for a number that no text has. */
  at(index: number): string | undefined {
    const start = this.#starts[index];
    const length = this.#lengths[index];
    if (!(index < this.#count) || start === undefined || length === undefined) return undefined;
    const place = start % slabBytes;
    return this.#slabs[Math.floor(start / slabBytes)]?.toString('utf8', place, place + length);
  }
}

function grown(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** Reads the texts: the runs of a rich one joined, what tells its pronunciation left out. Throws {@link UnreadableFile}. */
export async function readSharedStrings(zip: ZipParts, path: string | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!path) return strings;
  let text = '';
  let inText = false;
  let spoken = false;
  await readPart(
    zip,
    path,
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') spoken = true;
        else if (name === 't') inText = !spoken;
      },
      text(piece) {
        if (!inText) return;
        text += piece;
        if (text.length > 7 * maxCellLength) throw new UnreadableFile('too_wide_cell');
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') spoken = false;
        else if (name === 'si') strings.add(unescaped(text));
      },
    },
    maxPartBytes,
  );
  return strings;
}
