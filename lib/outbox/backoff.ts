/**
 * ms before the next attempt after so many: anywhere up to the provider's delay, so that those that failed together do not
 * come back together, but never before the other side has asked for it. Undefined when the delays are used up.
 */
export function delayAfter(
  attempts: number,
  { delays, random, afterMs = 0 }: { delays: readonly number[]; random: () => number; afterMs?: number | undefined },
): number | undefined {
  const longest = delays[attempts - 1];
  return longest === undefined ? undefined : Math.max(Math.ceil(random() * longest), afterMs);
}
