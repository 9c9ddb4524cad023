import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { dialect } from './name';

/** The weekday of a day, Monday is 1. */
export function weekdayOf(day: AnyColumn): SQL {
  return dialect === 'postgres' ? sql`extract(isodow from ${day}::date)` : sql`(strftime('%w', ${day}) + 6) % 7 + 1`;
}

/** The hour of an instant on the clock of a zone, 0–23. On SQLite it is the function of `clock-hour.ts`. */
export function hourOf(instant: AnyColumn, timeZone: string): SQL {
  return dialect === 'postgres'
    ? sql`extract(hour from to_timestamp(${instant} / 1000.0) at time zone ${timeZone})`
    : sql`clock_hour(${instant}, ${timeZone})`;
}
