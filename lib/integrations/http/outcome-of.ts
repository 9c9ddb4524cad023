import type { Outcome } from '../provider';
import type { PeerAnswer } from './peer-http';
import { retryAfterMs } from './retry-after';

/**
 * What an answer says by its status alone; a provider that knows better looks first. Not now: 408, 425, 429 and 5xx.
 * Never: other 4xx. Everything waits for a person: 401, 402, 403 and a redirect, which is never followed.
 */
export function outcomeOf({ status, headers }: Pick<PeerAnswer, 'status' | 'headers'>, now: Date): Outcome {
  const values = { status };
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status < 400) return { kind: 'pause', problem: { code: 'redirected', values } };
  const afterMs = retryAfterMs(headers, now);
  if (status >= 500) return { kind: 'retry', problem: { code: 'server_error', values }, afterMs };
  switch (status) {
    case 408:
    case 425:
    case 429:
      return { kind: 'retry', problem: { code: 'busy', values }, afterMs };
    case 401:
    case 403:
      return { kind: 'pause', problem: { code: 'unauthorized', values } };
    case 402:
      return { kind: 'pause', problem: { code: 'unpaid', values } };
    case 404:
      return { kind: 'dead', problem: { code: 'not_found_there', values } };
    case 410:
      return { kind: 'disable', problem: { code: 'gone', values } };
    default:
      return { kind: 'dead', problem: { code: 'rejected', values } };
  }
}
