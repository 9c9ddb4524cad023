const formats = new Map<string, Intl.DateTimeFormat>();

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>;

function formatParts(instant: number, timeZone: string): Parts {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value])) as Parts;
}

const quarter = 15 * 60_000;
const quarters = new Map<string, Parts>();
const mostQuarters = 10_000;

/** Since then every zone has kept whole quarters of an hour from UTC; Liberia was the last. */
const wholeQuartersSince = Date.UTC(1973, 0, 1);

/** Formatting is the dearest part of a list; a quarter of an hour is formatted once. */
function partsInZone(instant: number, timeZone: string): Parts {
  if (instant < wholeQuartersSince) return formatParts(instant, timeZone);
  const start = Math.floor(instant / quarter) * quarter;
  const key = `${timeZone} ${start}`;
  const known = quarters.get(key) ?? formatParts(start, timeZone);
  if (quarters.size >= mostQuarters) quarters.clear();
  quarters.set(key, known);
  const minute = Number(known.minute) + Math.floor((instant - start) / 60_000);
  return { ...known, minute: String(minute).padStart(2, '0') };
}

/** An instant (UTC epoch ms) as the API shows it: `17.12.2024 21:00`. */
export function apiDateTime(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsInZone(instant, timeZone);
  return `${day}.${month}.${year} ${hour}:${minute}`;
}

const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'];

/** An instant (UTC epoch ms) as saved reports show it, in every language: `17 декабря 2024 года, 21:00`. */
export function russianDateTime(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsInZone(instant, timeZone);
  return `${Number(day)} ${months[Number(month) - 1]} ${year} года, ${hour}:${minute}`;
}
