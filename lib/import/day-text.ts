const months: readonly RegExp[] = [
  /^(янв(ар[ья])?|jan(uary)?)$/,
  /^(фев(рал[ья])?|february|feb)$/,
  /^(март?а?|mar(ch)?)$/,
  /^(апр(ел[ья])?|apr(il)?)$/,
  /^(ма[йя]|may)$/,
  /^(июн[ья]?|june?)$/,
  /^(июл[ья]?|july?)$/,
  /^(авг(уста?)?|aug(ust)?)$/,
  /^(сент?(ябр[ья])?|sept?(ember)?)$/,
  /^(окт(ябр[ья])?|oct(ober)?)$/,
  /^(ноя(бр[ья])?|nov(ember)?)$/,
  /^(дек(абр[ья])?|dec(ember)?)$/,
];

const time = /(?:[t\s]|\s*,\s*|\s+в\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(z|[+-]\d\d:\d\d)?$/;

/**
 * A day as people write it: `17.12.2024`, `7.1.24`, `2024-12-17`, `17/12/2024` (never the month first), `17 декабря 2024 г.`,
 * `17 Dec 2024`, `December 17, 2024`, each with a time behind it (`21:00`, `в 9:05:30`) or without. ISO 8601 in the spelling of a
 * `SheetCell`: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` when it is not midnight, with `+03:00` behind the time where the text has one (`Z` is `+00:00`). Null for anything else, and for days and
 * times that do not exist. A year of two digits is 1930 to 2029, as in Excel.
 */
export function parseDayText(text: string): string | null {
  const whole = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  if (whole.length > 60) return null;
  const clock = time.exec(whole);
  const day = dayOf(clock ? whole.slice(0, clock.index) : whole);
  if (!day) return null;
  if (!clock) return day;
  const [, hours = '', minutes = '', seconds = '00', zone] = clock;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const moment = `${hours.padStart(2, '0')}:${minutes}:${seconds}`;
  if (zone) return `${day}T${moment}${zone === 'z' ? '+00:00' : zone}`;
  return moment === '00:00:00' ? day : `${day}T${moment}`;
}

function dayOf(text: string): string | null {
  const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return isoDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d\d)(?: ?г\.?)?$/.exec(text);
  if (dayFirst) return isoDay(dayFirst[4], dayFirst[3], dayFirst[1]);
  const words = text
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:года|г)? ?$/u, '');
  const named = /^(\d{1,2}) ([а-яa-z]+) (\d{4})$/u.exec(words);
  if (named) return isoDay(named[3], monthOf(named[2]), named[1]);
  const american = /^([a-z]+) (\d{1,2}) (\d{4})$/.exec(words);
  return american ? isoDay(american[3], monthOf(american[1]), american[2]) : null;
}

function monthOf(word = ''): string {
  return String(months.findIndex((month) => month.test(word)) + 1);
}

function isoDay(year = '', month = '', day = ''): string | null {
  const full = year.length === 2 ? (Number(year) < 30 ? 2000 : 1900) + Number(year) : Number(year);
  const date = new Date(0);
  date.setUTCFullYear(full, Number(month) - 1, Number(day));
  const real = full > 0 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? date.toISOString().slice(0, 10) : null;
}
