const quarterMs = 900_000;

const clocks = new Map<string, (ms: number) => number>();

/** Reads the hour of an instant, UTC epoch ms, on the clock of a zone, 0–23. Remembers quarters of an hour, since a formatter is slow. */
export function hourClock(timeZone: string): (ms: number) => number {
  const made = clocks.get(timeZone);
  if (made) return made;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  const known = new Map<number, number>();
  const clock = (ms: number) => {
    const quarter = Math.floor(ms / quarterMs);
    const hour = known.get(quarter) ?? Number(format.format(quarter * quarterMs));
    known.set(quarter, hour);
    return hour;
  };
  clocks.set(timeZone, clock);
  return clock;
}
