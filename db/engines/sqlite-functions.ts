import type Database from 'better-sqlite3';
import { hourClock } from '../dialect/clock-hour';
import { fold } from '../dialect/fold-text';

/** The functions that the product's statements expect of a connection. */
export function addFunctions(connection: Database.Database): void {
  connection.function('fold', { deterministic: true }, (text) => fold(String(text ?? '')));
  connection.function('clock_hour', { deterministic: true }, (ms, zone) => hourClock(String(zone))(Number(ms)));
}
