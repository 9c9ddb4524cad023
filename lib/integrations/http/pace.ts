/**
 * A token bucket: what a system lets us ask. Pure; the bucket is kept in `connection_states`, so that several processes
 * share it.
 */
export interface Rate {
  /** Requests that the other side takes in any stretch of `perMs`. */
  limit: number;
  perMs: number;
  /** Of them, those that may go out at once after a rest. */
  burst: number;
}

export interface Bucket {
  /** Requests that may go out, in thousandths. */
  tokensMilli: number;
  /** UTC ms; in the future when the other side has asked for a rest until then. */
  at: number;
}

/** What an answer says about the pace. */
export interface PaceNews {
  /** Requests left in the present stretch. */
  remaining?: number;
  /** ms until they are filled up again. */
  resetMs?: number;
  /** The rate the other side names, when it differs from what was known. */
  rate?: Rate;
}

/** How a provider keeps to the pace of its system. */
export interface Pace {
  rate: Rate;
  /** Reads the headers of an answer (lower-case names). */
  news?: (headers: Readonly<Record<string, string>>, now: Date) => PaceNews;
}

const one = 1000;

/** Tokens a ms, in thousandths: with the burst on top, no stretch of `perMs` holds more than `limit` requests. */
function refill({ limit, perMs, burst }: Rate): number {
  return (Math.max(limit - burst, 0.5) * one) / perMs;
}

function capacity({ burst, limit }: Rate): number {
  return Math.max(Math.min(burst, limit - 0.5), 1) * one;
}

/** The bucket as it is by now; full when there was none. */
export function refilled(bucket: Bucket | undefined, rate: Rate, now: number): Bucket {
  if (!bucket) return { tokensMilli: capacity(rate), at: now };
  if (bucket.at >= now) return { ...bucket, tokensMilli: Math.min(bucket.tokensMilli, capacity(rate)) };
  const grown = Math.floor(bucket.tokensMilli + (now - bucket.at) * refill(rate));
  return { tokensMilli: Math.min(grown, capacity(rate)), at: now };
}

/** One request out of the bucket, or the ms until there is one in it. */
export function takeToken(bucket: Bucket | undefined, rate: Rate, now: number): { bucket: Bucket } | { waitMs: number } {
  const full = refilled(bucket, rate, now);
  const rest = Math.max(full.at - now, 0);
  if (rest === 0 && full.tokensMilli >= one) return { bucket: { ...full, tokensMilli: full.tokensMilli - one } };
  return { waitMs: rest + Math.max(Math.ceil((one - full.tokensMilli) / refill(rate)), 1) };
}

/** The bucket after what an answer said: never fuller than the other side thinks it is. */
export function afterNews(bucket: Bucket | undefined, rate: Rate, { remaining, resetMs }: PaceNews, now: number): Bucket {
  const full = refilled(bucket, rate, now);
  if (remaining === undefined) return full;
  if (remaining <= 0 && resetMs !== undefined) return { tokensMilli: 0, at: Math.max(full.at, now + resetMs) };
  return { ...full, tokensMilli: Math.min(full.tokensMilli, Math.floor(remaining * one)) };
}
