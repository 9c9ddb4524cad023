import { dayStart } from '@/lib/domain/day-start';
import { addDays } from '@/lib/domain/period';
import type { Random } from './random';

const years = 5;
const dayMs = 24 * 3600 * 1000;

/** A day of the invented past. */
export interface SeedDay {
  /** `YYYY-MM-DD` in the organisation's zone. */
  day: string;
  /** UTC epoch ms, and how much of the day is told, ms. */
  start: number;
  length: number;
  /** How many clients come, and how many orders are taken. */
  clients: number;
  orders: number;
}

/** January to December, Sunday to Saturday: how good they are for an office-supply shop. */
const months = [78, 88, 106, 102, 90, 95, 84, 99, 120, 110, 112, 126];
const weekdays = [18, 100, 112, 110, 106, 96, 34];

/** `total` given to places in proportion to their weights, to the last one. */
function spread(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let given = 0;
  return weights.map((weight) => {
    sum += weight;
    const share = Math.floor((total * sum) / all) - given;
    given += share;
    return share;
  });
}

function weightOf(random: Random, day: string, n: number, days: number): number {
  const at = new Date(`${day}T00:00:00Z`);
  const growth = 100 + Math.floor((200 * n) / days);
  return (months[at.getUTCMonth()] ?? 0) * (weekdays[at.getUTCDay()] ?? 0) * growth * random.int(80, 120);
}

/**
 * Five years of business that end at midnight UTC of `until`, so that no record lies in the future on that day. A twelfth of
 * the clients is there from the first day; business grows threefold and knows seasons and weekends.
 */
export function seedCalendar(random: Random, size: { clients: number; orders: number; until: string }, timeZone: string): SeedDay[] {
  const end = Date.parse(`${size.until}T00:00:00Z`);
  const days = Array.from({ length: years * 365 + 1 }, (_, n, first = addDays(size.until, -years * 365)) => addDays(first, n));
  const told = days.map((day) => ({ day, start: dayStart(day, timeZone) })).filter(({ start }) => start < end);
  const weights = told.map(({ day }, n) => weightOf(random, day, n, told.length));
  const known = Math.min(size.clients, Math.ceil(size.clients / 12));
  const coming = spread(size.clients - known, weights);
  const orders = spread(size.orders, weights);
  return told.map(({ day, start }, n) => ({
    day,
    start,
    length: Math.min(dayMs, end - start),
    clients: (coming[n] ?? 0) + (n === 0 ? known : 0),
    orders: orders[n] ?? 0,
  }));
}

/** `count` moments of a day (UTC epoch ms) between two hours of it, in their order. */
export function momentsOf({ start, length }: SeedDay, random: Random, count: number, fromHour: number, toHour: number): number[] {
  const moments = Array.from({ length: count }, () => random.int(fromHour * 3_600_000, toHour * 3_600_000 - 1));
  return moments.sort((a, b) => a - b).map((moment) => start + Math.floor((moment * length) / dayMs));
}
