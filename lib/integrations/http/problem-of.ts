import type { Problem } from '@/lib/domain/connections/schema';
import { isPeerError } from './peer-http';

const lateCodes = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

const tlsCode = /^ERR_(TLS|SSL)_|CERT|SELF_SIGNED|UNABLE_TO_|^EPROTO$|^HOSTNAME_MISMATCH$/;

/** An answer that breaks the rules of HTTP. */
const unreadable = /^HPE_|^UND_ERR_(HEADERS_OVERFLOW|RESPONSE)/;

/** Causes of an error, the error itself first; an error over several addresses tells of its first. */
function* causesOf(error: unknown): Generator<Error> {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; depth++) {
    yield at;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
}

/** What to call it that there was no answer; of the error's own text nothing is kept. */
export function problemOf(error: unknown, late: boolean): Problem {
  for (const cause of causesOf(error)) {
    if (isPeerError(cause)) return cause.problem;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (lateCodes.has(code)) return { code: 'timeout' };
    if (tlsCode.test(code)) return { code: 'tls' };
    if (unreadable.test(code)) return { code: 'unreadable_answer' };
  }
  return { code: late ? 'timeout' : 'unreachable' };
}
