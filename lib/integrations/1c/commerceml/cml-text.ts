import { CommerceMlError } from './cml-error';
import type { CmlSource } from './document';

/** Bytes looked at for a mark and a declaration. */
const headBytes = 512;
/** Bytes handed to the parser at once, so that limits are looked at in between. */
const pieceBytes = 1 << 16;

const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/** The encoding by the mark at the beginning, by zero bytes beside the first sign, by the declaration; UTF-8 without any. */
function encodingOf(head: Uint8Array): string {
  const [a = 0, b = 0, c = 0] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return 'utf-16be';
  const named = declaration.exec(new TextDecoder('latin1').decode(head))?.[1]?.toLowerCase() ?? 'utf-8';
  // Two bytes a sign would have been seen: whoever declares it here has converted the text and left the declaration.
  return named.startsWith('utf-16') ? 'utf-8' : named;
}

function decoderOf(head: Uint8Array): TextDecoder {
  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding === 'cp1251' ? 'windows-1251' : encoding, { fatal: true });
  } catch (error) {
    throw new CommerceMlError('cml_encoding', { encoding }, { cause: error });
  }
}

async function* pieces(open: CmlSource): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of open()) {
    if (head) {
      const joined: Uint8Array = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined;
      if (head.length < headBytes) continue;
    }
    const bytes: Uint8Array = head ?? chunk;
    head = undefined;
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  if (head && head.length > 0) yield head;
}

/**
 * The text of an exchange file as it comes, whatever its encoding, without a mark and without what stands before the declaration.
 * Throws `cml_empty` for nothing, `cml_encoding` for bytes that the encoding does not know.
 */
export async function* cmlText(open: CmlSource): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let begun = false;
  try {
    for await (const piece of pieces(open)) {
      decoder ??= decoderOf(piece);
      let text = decoder.decode(piece, { stream: true });
      if (!begun) text = text.replace(/^[\s\ufeff]+/, '');
      begun ||= text !== '';
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new CommerceMlError('cml_encoding', { encoding: decoder?.encoding ?? '' }, { cause: error });
    throw error;
  }
  if (!begun) throw new CommerceMlError('cml_empty');
}
