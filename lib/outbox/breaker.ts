import type { ProblemCode } from '@/lib/domain/connections/schema';

/** Failures in a row after which a connection is left alone for a while. */
const opensAfter = 5;

/** ms of the first rest; each probe in vain doubles it, up to the longest. */
const firstRest = 30_000;
const longestRest = 3_600_000;

/** ms of nothing but failures after which nobody is asked any more. */
export const failingTooLongMs = 5 * 24 * 3_600_000;

const connectionProblems: ReadonlySet<ProblemCode> = new Set(['unreachable', 'timeout', 'forbidden_address', 'tls', 'server_error']);

/** Whether a problem is one of the connection itself: any other record would have met it, too. */
export function isConnectionProblem(code: ProblemCode): boolean {
  return connectionProblems.has(code);
}

/** ms for which nothing is sent after so many failures in a row; 0 while the circuit is closed. */
export function restAfter(failures: number): number {
  if (failures < opensAfter) return 0;
  return Math.min(firstRest * 2 ** Math.min(failures - opensAfter, 20), longestRest);
}

/** Whether the next attempt is a probe: one delivery goes out, and the others wait for what becomes of it. */
export function isProbe(failures: number): boolean {
  return failures >= opensAfter;
}
