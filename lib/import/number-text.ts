/** What stands around a sum: signs and short names of money, before or behind. */
const currency = /^(?:₽|\$|€|rub\.?|usd|eur)\s*|\s*(?:₽|\$|€|руб(?:\.|лей|ля|ль)?|р\.?|rub\.?|usd|eur)$/giu;

/**
 * A number as people write it, as exact decimal text with a point (`1234.5`); null for anything else.
 *
 * Spaces and apostrophes part thousands. Of a point and a comma in one number the last is the decimal one. One that occurs
 * several times parts thousands (`1,234,567`). A single one is decimal, also in `1,234`: here a comma is, and thousands are
 * parted by spaces; so is the point of `1.234`, since programs write it so. Groups that are not of three digits are no number.
 * Brackets mean less than zero, as in books of account. A percentage is not taken: what it is of, only the reader knows.
 */
export function parseNumberText(text: string): string | null {
  const bare = text
    .replace(/[\s\u2009\u202f]+/gu, ' ')
    .trim()
    .replace(currency, '')
    .replace(/[−–]/gu, '-')
    .trim();
  const match = /^(\()?([+-])? ?([\d.,' ’]*\d)(\))?$/u.exec(bare);
  if (!match || Boolean(match[1]) !== Boolean(match[4]) || (match[1] && match[2])) return null;
  const number = pointed(match[3] ?? '');
  if (number === null) return null;
  const [whole = '', part = ''] = number.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimals = part.replace(/0+$/, '');
  const size = decimals ? `${digits}.${decimals}` : digits;
  return (match[1] || match[2] === '-') && size !== '0' ? `-${size}` : size;
}

/** The digits with one point at most; null where they make no number. */
function pointed(text: string): string | null {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text[last];
  if (mark === undefined) return ungrouped(text, /[ '’]/u);
  const other = mark === '.' ? ',' : '.';
  if (text.indexOf(mark) !== last) return text.includes(other) ? null : ungrouped(text, mark);
  const part = text.slice(last + 1);
  if (!/^\d+$/.test(part)) return null;
  const front = text.slice(0, last);
  const whole = front === '' ? '0' : ungrouped(front, front.includes(other) ? other : /[ '’]/u);
  return whole === null ? null : `${whole}.${part}`;
}

/** A whole number without what parts its thousands. */
function ungrouped(text: string, mark: string | RegExp): string | null {
  const [first = '', ...groups] = text.split(mark);
  const whole = groups.length === 0 ? /^\d+$/.test(first) : /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return whole ? first + groups.join('') : null;
}
