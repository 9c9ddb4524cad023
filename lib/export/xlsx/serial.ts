const dayMs = 86_400_000;
/** Wall clock ms of the day 0 that makes 1 March 1900 day 61, as Excel counts. */
const dayZero = Date.UTC(1899, 11, 30);
/** Excel believes in a 29 February 1900, so the days before it are one less; earlier and later there is no date. */
const firstWithLeap = Date.UTC(1900, 2, 1);
const first = Date.UTC(1900, 0, 1);
const end = Date.UTC(10_000, 0, 1);

/** Wall clock ms as days since 1900 the way Excel counts them, or undefined where it has no dates. */
export function serialOf(wallMs: number): number | undefined {
  if (!(wallMs >= first && wallMs < end)) return undefined;
  return (wallMs - dayZero) / dayMs - (wallMs < firstWithLeap ? 1 : 0);
}
