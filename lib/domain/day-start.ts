const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const part = 'numeric' as const;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: part, month: part, day: part, hour: part, minute: part, second: part },
  });
  clocks.set(timeZone, made);
  return made;
}

/** What the clock of a zone shows at an instant (UTC epoch ms), to the second, as if it were UTC. */
export function wallClock(instant: number, timeZone: string): number {
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = clockOf(timeZone).format(instant).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant (UTC epoch ms) at which a calendar day `YYYY-MM-DD` begins in a zone. */
export function dayStart(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const first = midnight - (wallClock(midnight, timeZone) - midnight);
  // Once more, since the clocks may change between the two.
  return midnight - (wallClock(first, timeZone) - first);
}

/** The instant (UTC epoch ms) at which the clock of a zone shows `HH:MM` or `HH:MM:SS` on a day `YYYY-MM-DD`. */
export function instantOf(day: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const first = wall - (wallClock(wall, timeZone) - wall);
  return wall - (wallClock(first, timeZone) - first);
}

/** The last millisecond of a minute `HH:MM` of a day `YYYY-MM-DD` in a zone: whatever that minute saw is over by then. */
export function minuteEnd(day: string, time: string, timeZone: string): number {
  return instantOf(day, time, timeZone) + 59_999;
}
