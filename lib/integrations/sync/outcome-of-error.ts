import type { Problem } from '@/lib/domain/connections/schema';
import { type DomainError, isDomainError } from '@/lib/domain/errors';
import { isPeerError } from '../http/peer-http';
import type { Outcome } from '../provider';
import { Fault } from './peer';
import { LooksLikeOthers } from './take-new';

/** What a refusal of our own rules is called, with the field and the rule it is about. */
function refusedHere({ code, details }: DomainError): Problem {
  const [field] = Object.entries(details.fields ?? {});
  const rule = field?.[1][0]?.rule ?? code;
  return { code: 'refused_here', values: field ? { rule, field: field[0] } : { rule } };
}

/** What became of an attempt that threw. Rethrows what nobody has foreseen. */
export function outcomeOfError(error: unknown): Exclude<Outcome, { kind: 'done' }> {
  if (error instanceof Fault) {
    return error.kind === 'retry'
      ? { kind: 'retry', problem: error.problem, afterMs: error.afterMs }
      : { kind: error.kind, problem: error.problem };
  }
  if (isPeerError(error)) return { kind: 'retry', problem: error.problem, afterMs: error.afterMs };
  if (error instanceof LooksLikeOthers) return { kind: 'dead', problem: { code: 'looks_alike' } };
  if (isDomainError(error)) return { kind: 'dead', problem: refusedHere(error) };
  throw error;
}
