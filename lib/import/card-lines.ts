import { UnreadableFile } from './unreadable-file';

/** The properties of a card that are read; a photograph is not even kept. */
const wanted = new Set(['VERSION', 'N', 'FN', 'ORG', 'TEL', 'EMAIL', 'ADR', 'NOTE', 'X-INN']);

/** Characters of one property, unfolded. */
const maxProperty = 1 << 20;

/** A property as it stands in the file: `item1.TEL;CELL;CHARSET=UTF-8:+7…`. */
interface RawProperty {
  name: string;
  /** Upper case. */
  parameters: string[];
  value: string;
}

/** The place of the colon before the value: one between quotes is part of a parameter. */
function valueStart(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

function propertyOf(line: string): RawProperty | undefined {
  const colon = valueStart(line);
  if (colon < 1) return undefined;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  return {
    name: name.replace(/^[\w-]+\./, '').toUpperCase(),
    parameters: parameters.map((text) => text.toUpperCase()),
    value: line.slice(colon + 1),
  };
}

function isQuotedPrintable({ parameters }: RawProperty): boolean {
  return parameters.some((text) => text === 'QUOTED-PRINTABLE' || text === 'ENCODING=QUOTED-PRINTABLE');
}

function decoderOf({ parameters }: RawProperty): TextDecoder {
  const charset = parameters.find((text) => text.startsWith('CHARSET='))?.slice('CHARSET='.length);
  try {
    return new TextDecoder(charset || 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** The text of a quoted-printable value (RFC 2045), in its own character set. */
function fromQuotedPrintable(property: RawProperty): string {
  const bytes: number[] = [];
  for (let at = 0; at < property.value.length; at += 1) {
    const hex = /^=([0-9A-Fa-f]{2})/.exec(property.value.slice(at, at + 3))?.[1];
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(property.value[at] ?? ''));
  }
  return decoderOf(property).decode(Uint8Array.from(bytes));
}

/** The bare words of vCard 2.1 (`TEL;CELL`) as the types that later versions have; what is understood by now is left out. */
function typesOf(parameters: readonly string[]): string[] {
  const types = parameters.flatMap((text) =>
    text.startsWith('TYPE=') ? text.slice('TYPE='.length).split(',') : text.includes('=') ? [] : [text],
  );
  return types.map((text) => text.replaceAll('"', '')).filter((text) => /^[A-Z0-9-]+$/.test(text) && text !== 'QUOTED-PRINTABLE');
}

/** A property in the spelling of vCard 3.0; undefined for one that nobody asks for. */
export function plainProperty(line: string): string | undefined {
  const property = propertyOf(line);
  if (!property || !wanted.has(property.name)) return undefined;
  const decoded = isQuotedPrintable(property) ? fromQuotedPrintable(property).replace(/\r\n?|\n/g, '\\n') : property.value;
  const types = typesOf(property.parameters).map((type) => `;TYPE=${type}`);
  return `${property.name}${types.join('')}:${decoded}`;
}

/** Whether the value of a line goes on in the next one although that is not indented: vCard 2.1 breaks quoted-printable so. */
function goesOn(line: string): boolean {
  if (!line.endsWith('=')) return false;
  const property = propertyOf(line);
  return property !== undefined && isQuotedPrintable(property);
}

/** Lines of a file as whole properties: folded ones are put together again (RFC 2425, RFC 2045). */
export async function* unfolded(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string | undefined;
  for await (const line of lines) {
    if (held !== undefined && goesOn(held)) held = held.slice(0, -1) + line.replace(/^[ \t]/, '');
    else if (held !== undefined && /^[ \t]/.test(line)) held += line.slice(1);
    else {
      if (held !== undefined) yield held;
      held = line;
    }
    if (held.length > maxProperty && wanted.has(propertyOf(held)?.name ?? '')) throw new UnreadableFile('too_wide_cell');
    if (held.length > maxProperty) held = 'X-LONG:';
  }
  if (held !== undefined) yield held;
}
