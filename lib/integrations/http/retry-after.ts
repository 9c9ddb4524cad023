/** What a system may ask us to wait at most, ms: a slip of its clock must not stop a connection for good. */
const longest = 24 * 3600 * 1000;

/** ms to wait by a `Retry-After` header (RFC 9110): whole seconds, or a date. Undefined when there is none that can be read. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const text = headers['retry-after']?.trim();
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longest);
}
