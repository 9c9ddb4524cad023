import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, isoDay, isoInstant, russianDay, zoneOffset } from './wall-clock';

const zones = [
  ...['UTC', 'Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['Pacific/Apia', 'Africa/Casablanca', 'Asia/Tehran', 'Pacific/Chatham', 'America/Sao_Paulo'],
];

/** The clock of the zone asked from Intl itself: `2024-12-17 21:00:00`. */
function asked(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
}

const shown = (instant: number, timeZone: string): string =>
  new Date(instant + zoneOffset(timeZone)(instant)).toISOString().slice(0, 19).replace('T', ' ');

test.each(zones)('knows the clock of %s at any instant', (timeZone) => {
  const offset = zoneOffset(timeZone);
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2060, 0, 1) }), (instant) => {
      const wall = new Date(instant + offset(instant)).toISOString().slice(0, 19).replace('T', ' ');
      expect(wall).toBe(asked(instant, timeZone));
    }),
    { numRuns: 300 },
  );
});

test.each(zones)('knows every quarter of an hour of 2011 in %s', (timeZone) => {
  const offset = zoneOffset(timeZone);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const wrong: string[] = [];
  for (let instant = Date.UTC(2011, 0, 1); instant < Date.UTC(2012, 0, 1); instant += 900_000) {
    const wall = new Date(instant + offset(instant)).toISOString().slice(0, 16).replace('T', ' ');
    if (wall !== format.format(instant)) wrong.push(wall);
  }
  expect(wrong).toEqual([]);
});

describe('around a change of the clock', () => {
  test.each([
    ['Europe/Berlin', Date.UTC(2024, 2, 31, 0, 59, 59), '2024-03-31 01:59:59'],
    ['Europe/Berlin', Date.UTC(2024, 2, 31, 1), '2024-03-31 03:00:00'],
    ['Europe/Berlin', Date.UTC(2024, 9, 27, 0, 59, 59), '2024-10-27 02:59:59'],
    ['Europe/Berlin', Date.UTC(2024, 9, 27, 1), '2024-10-27 02:00:00'],
    ['Australia/Lord_Howe', Date.UTC(2024, 3, 6, 15), '2024-04-07 01:30:00'],
    ['Pacific/Apia', Date.UTC(2011, 11, 30, 10), '2011-12-31 00:00:00'],
  ])('%s %i', (timeZone, instant, text) => {
    expect(shown(instant, timeZone)).toBe(text);
  });
});

test('writes wall clocks before 1970, too', () => {
  const wall = Date.UTC(1931, 4, 9, 7, 5);
  expect([isoDay(wall), russianDay(wall), clockTime(wall)]).toEqual(['1931-05-09', '09.05.1931', '07:05']);
});

describe('isoInstant', () => {
  test.each([
    ['Europe/Moscow', Date.UTC(2024, 11, 17, 21, 0, 5, 7), '2024-12-18T00:00:05.007+03:00'],
    ['America/St_Johns', Date.UTC(2024, 11, 17, 21), '2024-12-17T17:30:00.000-03:30'],
    ['UTC', Date.UTC(2024, 11, 17, 21), '2024-12-17T21:00:00.000Z'],
    // Local mean time, 2:30:17 ahead.
    ['Europe/Moscow', Date.UTC(1900, 0, 1), '1900-01-01T00:00:00.000Z'],
  ])('%s %i', (timeZone, instant, text) => {
    expect(isoInstant(instant, zoneOffset(timeZone))).toBe(text);
  });

  test.each(zones)('is read back exactly in %s', (timeZone) => {
    const offset = zoneOffset(timeZone);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(Date.parse(isoInstant(instant, offset))).toBe(instant);
      }),
      { numRuns: 200 },
    );
  });
});
