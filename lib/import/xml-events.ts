import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from './unreadable-file';
import { zipError } from './zip-parts';

const maxDepth = 64;
/** Bytes between two tags; the longest text of a cell, escaped sign by sign, is below. */
const maxBetweenTags = 1 << 20;

export interface XmlHandlers {
  /** `name` has no prefix: workbooks write `x:row` as well as `row`. */
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML as it comes and hands over after each piece, so that the reader can pass on what it gathered or stop. Refuses a
 * DOCTYPE, whatever it says, so no entity is ever defined. Throws {@link UnreadableFile}.
 */
export async function* xmlPieces(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw new UnreadableFile('external_entity');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    if (++depth > maxDepth) throw new UnreadableFile('broken');
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      parser.write(decoder.decode(chunk, { stream: true }));
      sinceTag += chunk.length;
      if (sinceTag > maxBetweenTags) throw new UnreadableFile('too_wide_cell');
      yield;
    }
    parser.close();
  } catch (error) {
    throw xmlError(error);
  }
}

/** Reads XML to its end. Throws {@link UnreadableFile}. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(bytes, handlers));
}

/** An attribute by its name without prefix: `r:id` is spelled `relationships:id` by some. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function xmlError(error: unknown): unknown {
  if (error instanceof Error && error.message.includes('doctype'))
    return new UnreadableFile('external_entity', undefined, { cause: error });
  return zipError(error);
}
