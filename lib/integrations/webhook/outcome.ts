import type { PeerAnswer } from '../http/peer-http';
import { retryAfterMs } from '../http/retry-after';
import type { Outcome } from '../provider';

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
  const afterMs = retryAfterMs(headers, now);
  return { kind: 'retry', problem: { code: codeOf(status), values: { status } }, afterMs };
}
