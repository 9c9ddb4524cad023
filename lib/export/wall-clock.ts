import { wallClock } from '../domain/day-start';

const dayMs = 86_400_000;
const quarterMs = 900_000;

/** The milliseconds to add to an instant (UTC epoch ms) for what the clock of the zone shows. */
export type ZoneOffset = (instant: number) => number;

/**
 * The offset of a zone without asking Intl for every cell: a UTC day that begins and ends with the same offset is asked for
 * once, a day with a change of the clock once a quarter of an hour – changes happen on whole quarters.
 */
export function zoneOffset(timeZone: string): ZoneOffset {
  const ask = (instant: number): number => {
    const second = Math.floor(instant / 1000) * 1000;
    return wallClock(second, timeZone) - second;
  };
  const quarters = remember((quarter) => ask(quarter * quarterMs));
  const days = remember((day) => {
    const offset = ask(day * dayMs);
    return offset === ask((day + 1) * dayMs - 1) ? offset : undefined;
  });
  return (instant) => days(Math.floor(instant / dayMs)) ?? quarters(Math.floor(instant / quarterMs));
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `00:00` … `23:59` by the minute of the day. */
const clockTimes: readonly string[] = Array.from({ length: 1440 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

/** `21:00` of wall clock ms. */
export function clockTime(wallMs: number): string {
  const ofDay = wallMs - Math.floor(wallMs / dayMs) * dayMs;
  return clockTimes[Math.floor(ofDay / 60_000)] ?? '';
}

const isoDays = remember((day) => new Date(day * dayMs).toISOString().split('T', 1)[0] ?? '');
const russianDays = remember((day) => isoDays(day).split('-').reverse().join('.'));

/** `2024-12-17` of wall clock ms. */
export function isoDay(wallMs: number): string {
  return isoDays(Math.floor(wallMs / dayMs));
}

/** `17.12.2024` of wall clock ms. */
export function russianDay(wallMs: number): string {
  return russianDays(Math.floor(wallMs / dayMs));
}

/** `2024-12-17T21:00:00.000+03:00`, exact to the millisecond; in UTC where the offset is no whole minute, as ISO knows none. */
export function isoInstant(instant: number, offset: ZoneOffset): string {
  const ahead = offset(instant);
  if (ahead === 0 || ahead % 60_000 !== 0) return new Date(instant).toISOString();
  const wall = instant + ahead;
  const ms = ((wall % 60_000) + 60_000) % 60_000;
  const [sign, minutes] = ahead < 0 ? ['-', -ahead / 60_000] : ['+', ahead / 60_000];
  return `${isoDay(wall)}T${clockTime(wall)}:${two(Math.floor(ms / 1000))}.${String(ms % 1000).padStart(3, '0')}${sign}${clockTimes[minutes] ?? ''}`;
}

const mostRemembered = 50_000;

function remember<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    if (known.size >= mostRemembered) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
