/** What a cell of Excel holds at most, in UTF-16 units. */
const longestText = 32_767;

// Control characters and the two non-characters, which no XML may hold.
const forbidden = /[^\t\n\r\x20-\ufffd]/g;
// What must not stand as it is: markup, what XML forbids or turns into another character, and what looks like an escape already.
const special = /[&<>\r]|[^\t\n\r\x20-\ufffd]|_x[\dA-Fa-f]{4}_/;
const outerSpace = /^\s|\s$|\n/;

/** A text as the content of a cell, an element or an attribute; a lone half of a pair becomes U+FFFD when it is encoded. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * The `t` element of an inline string. What XML cannot hold is left out; a carriage return, which a parser would turn into a line
 * feed, and a text that looks like an escape are escaped as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function textElement(text: string): string {
  const short = text.length > longestText ? cut(text) : text;
  const content = special.test(short) ? escapeXml(short.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')).replaceAll('\r', '_x000D_') : short;
  return outerSpace.test(short) ? `<t xml:space="preserve">${content}</t>` : `<t>${content}</t>`;
}

/** No pair is cut in two. */
function cut(text: string): string {
  const code = text.charCodeAt(longestText - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? longestText - 1 : longestText);
}
