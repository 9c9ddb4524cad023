import type { PeerAnswer } from '../http/peer-http';
import type { Outcome } from '../provider';

/** ms. Nobody is waited for longer than that. */
const longestWait = 24 * 3600 * 1000;

/** What `Retry-After` asks for (RFC 9110: seconds, or a date) in ms; undefined when it asks for nothing that can be read. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWait) : undefined;
}

function codeOf(status: number) {
  if (status === 429 || (status >= 502 && status <= 504)) return 'busy';
  if (status >= 500) return 'server_error';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not_found_there';
  return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}

/**
 * What an answer means: only 2xx is success, a redirection is never followed, 410 wants nothing any more, and anything else
 * is tried again – a receiver that is being repaired refuses today what it takes tomorrow.
 */
export function outcomeOf({ status, headers }: PeerAnswer, now: Date): Outcome {
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 410) return { kind: 'disable', problem: { code: 'gone', values: { status } } };
  const afterMs = retryAfterMs(headers['retry-after'], now);
  return { kind: 'retry', problem: { code: codeOf(status), values: { status } }, ...(afterMs === undefined ? {} : { afterMs }) };
}
