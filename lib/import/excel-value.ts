/** Days from 30 December 1899, which is Excel's day 0 once its 29 February 1900 is past, to the epoch. */
const epochDay = 25_569;
const lastSerial = 2_958_466;
const daySeconds = 86_400;
/** Excel's day that never was. */
const leapDay1900 = 60;
const days1904 = 1462;

/**
 * A serial number as a wall clock: `YYYY-MM-DD`, or with `THH:MM:SS` when it is not midnight, to the nearest second. Null outside
 * the years 1900 to 9999, which Excel shows as ####. Its 29 February 1900 comes out as such: there is no day to make of it.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  const seconds = Math.round((serial + (from1904 ? days1904 : 0)) * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  if (!(day >= 0 && day < lastSerial)) return null;
  const time = seconds - day * daySeconds;
  const date = day === leapDay1900 ? '1900-02-29' : isoDay(day < leapDay1900 ? day + 1 : day);
  return time === 0 ? date : `${date}T${new Date(time * 1000).toISOString().slice(11, 19)}`;
}

function isoDay(day: number): string {
  return new Date((day - epochDay) * daySeconds * 1000).toISOString().slice(0, 10);
}

/** A date as ISO 8601 in one spelling: `YYYY-MM-DD`, or with `THH:MM:SS` when it is not midnight; null for anything else. */
export function isoDate(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', minutes = '00:00', seconds = ':00'] = match;
  return `${minutes}${seconds}` === '00:00:00' ? day : `${day}T${minutes}${seconds}`;
}

/** Digits that need no rounding and no rewriting. */
const plain = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,5})\.\d{0,8}[1-9])$/;

/** A number as XML has it (`8.9215551022E10`) in decimal, rounded to the 15 digits that Excel keeps; null for none. */
export function decimalNumber(text: string): string | null {
  if (plain.test(text)) return text;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return null;
  const [digits = '', exponent = '0'] = number.toExponential(14).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const figures = digits.replace(/^-/, '').replace('.', '').replace(/0+$/, '');
  if (figures === '') return '0';
  // Where the point stands among the figures.
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${figures}`;
  if (point >= figures.length) return `${sign}${figures}${'0'.repeat(point - figures.length)}`;
  return `${sign}${figures.slice(0, point)}.${figures.slice(point)}`;
}

/** A text with Excel's escapes resolved: `_x000D_` is a carriage return, `_x005F_` the underscore before what only looks so. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => (code === '0000' ? '' : String.fromCharCode(Number.parseInt(code, 16))));
}
