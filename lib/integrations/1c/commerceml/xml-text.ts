import iconv from 'iconv-lite';
import type { CmlEncoding } from './sent-order';

/** What no XML 1.0 may hold, lone surrogates among it. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text without characters that XML cannot hold, cut to so many characters, never within one. */
export function fitted(text: string, max: number): string {
  const legal = text.replace(illegal, '');
  return legal.length <= max ? legal : Array.from(legal).slice(0, max).join('');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A text as it stands between tags or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign);
}

/** Attribute values keep line ends and tabs only as references. */
function escapedAttribute(text: string): string {
  return escaped(text).replace(/[\n\t]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** One element; an attribute without a value is left out. The content is already XML. */
export function element(name: string, content: string, attributes: Record<string, string> = {}): string {
  const told = Object.entries(attributes).filter(([, value]) => value !== '');
  const head = [name, ...told.map(([key, value]) => `${key}="${escapedAttribute(value)}"`)].join(' ');
  return content === '' ? `<${head}/>` : `<${head}>${content}</${name}>`;
}

/** An element with a text, cut to what the schema allows. */
export function textElement(name: string, text: string, max: number): string {
  return element(name, escaped(fitted(text, max)));
}

/** The same, left out where there is no text. */
export function optionalText(name: string, text: string, max: number): string {
  return text === '' ? '' : textElement(name, text, max);
}

/** Characters of the Windows code page of Cyrillic, as `iconv-lite` writes them back. */
function inCodePage(sign: string): boolean {
  return sign < '\u0080' || iconv.decode(iconv.encode(sign, 'windows-1251'), 'windows-1251') === sign;
}

/**
 * XML in the bytes of its encoding. Outside of windows-1251 a character stands as a reference (`₽` as `&#8381;`): possible since
 * every name and attribute name of the standard lies within it.
 */
export function xmlBytes(xml: string, encoding: CmlEncoding): Uint8Array {
  const whole = `<?xml version="1.0" encoding="${encoding}"?>\n${xml}\n`;
  if (encoding === 'utf-8') return new TextEncoder().encode(whole);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything but ASCII is looked at.
  const referenced = whole.replace(/[^\u0000-\u007f]/gu, (sign) => (inCodePage(sign) ? sign : `&#${sign.codePointAt(0)};`));
  return iconv.encode(referenced, 'windows-1251');
}
