/** The wall clock of a zone at an instant, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
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
