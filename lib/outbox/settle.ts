import { randomUUID } from 'node:crypto';
import type { Engine, Tx } from '@/db/engines/engine';
import {
  type ConnectionRow,
  type ConnectionStateRow,
  findConnectionState,
  lockConnectionState,
  updateConnectionState,
} from '@/db/queries/connections';
import { type DeliveryRow, releaseDelivery } from '@/db/queries/deliveries';
import { type HaltConnection, haltConnection } from '@/lib/domain/connections/halt-connection';
import type { Problem } from '@/lib/domain/connections/schema';
import type { Ctx } from '@/lib/domain/context';
import type { Outcome } from '@/lib/integrations/provider';
import { delayAfter } from './backoff';
import { failingTooLongMs, isConnectionProblem, restAfter } from './breaker';
import type { Clock } from './clock';

/** ms to wait for a system that says it is busy, and not for how long. */
const busyMs = 30_000;

/** ms that halting a connection may take. */
const haltingMs = 60_000;

/** Also: nothing was sent, by our own pace or because the worker stops; that is no attempt. */
export type Verdict = Outcome | { kind: 'unsent'; afterMs: number };

export interface Settled {
  connection: ConnectionRow;
  delivery: DeliveryRow;
  /** Whose lease it is. */
  owner: string;
  verdict: Verdict;
  delays: readonly number[];
}

interface Decision {
  row: Partial<Pick<DeliveryRow, 'state' | 'attempts' | 'runAt' | 'problem' | 'finishedAt'>>;
  state: Partial<ConnectionStateRow>;
  halt?: Omit<HaltConnection, 'id'>;
}

/** What a connection is noted as after it has answered: whatever it said, it is there. */
const answered = (at: number) => ({ failures: 0, failingSince: null, lastContactAt: at });

/** A retry uses up an attempt only where it is about the record: while the connection is down, time is not the record's fault. */
function decideRetry(
  { problem, afterMs }: Extract<Outcome, { kind: 'retry' }>,
  { delivery, delays }: Settled,
  state: ConnectionStateRow,
  { now, random }: Clock,
): Decision {
  const at = now().getTime();
  const text = JSON.stringify(problem);
  const down = isConnectionProblem(problem.code);
  const busy = problem.code === 'busy';
  const failures = down ? state.failures + 1 : busy ? state.failures : 0;
  const attempts = (down ? failures === 1 : !busy) ? delivery.attempts : delivery.attempts - 1;
  const used = attempts === delivery.attempts;
  const planned = delayAfter(Math.max(attempts, 1), { delays, random, afterMs });
  if (used && planned === undefined) {
    const contact = down ? { failures, failingSince: state.failingSince ?? at } : answered(at);
    return { row: { state: 'dead', finishedAt: at, problem: text }, state: contact };
  }
  const row = { state: 'queued', attempts, runAt: at + (planned ?? Math.max(delays.at(-1) ?? busyMs, afterMs ?? 0)), problem: text };
  if (!down && !busy) return { row, state: answered(at) };
  const failingSince = state.failingSince ?? at;
  const rest = down ? Math.max(restAfter(failures), afterMs ?? 0) : (afterMs ?? busyMs);
  const waitUntil = rest > 0 ? Math.max(at + rest, state.waitUntil ?? 0) : state.waitUntil;
  const noted = { failures, failingSince, waitUntil, lastProblem: text, lastProblemAt: at, ...(busy ? { lastContactAt: at } : {}) };
  const tooLong = at - failingSince >= failingTooLongMs;
  return { row, state: noted, ...(tooLong ? { halt: { state: 'disabled', problem: { code: 'failing_for_days' } } } : {}) };
}

function halting(state: 'paused' | 'disabled', problem: Problem, { delivery }: Settled, at: number): Decision {
  const row = { state: 'queued', attempts: delivery.attempts - 1, runAt: at, problem: JSON.stringify(problem) };
  // Until it is halted, by a transaction of its own, nobody else goes on.
  return { row, state: { ...answered(at), waitUntil: at + haltingMs }, halt: { state, problem } };
}

function decide(settled: Settled, state: ConnectionStateRow, clock: Clock): Decision {
  const at = clock.now().getTime();
  const { verdict, delivery } = settled;
  switch (verdict.kind) {
    case 'done':
      return {
        row: { state: 'done', finishedAt: at, problem: null },
        state: { ...answered(at), lastOkAt: at, lastProblem: null, lastProblemAt: null },
      };
    case 'retry':
      return decideRetry(verdict, settled, state, clock);
    case 'dead':
      return { row: { state: 'dead', finishedAt: at, problem: JSON.stringify(verdict.problem) }, state: answered(at) };
    case 'pause':
      return halting('paused', verdict.problem, settled, at);
    case 'disable':
      return halting('disabled', verdict.problem, settled, at);
    case 'unsent': {
      const waitUntil = verdict.afterMs > 0 ? { waitUntil: Math.max(at + verdict.afterMs, state.waitUntil ?? 0) } : {};
      return { row: { state: 'queued', attempts: delivery.attempts - 1 }, state: waitUntil };
    }
  }
}

async function write(tx: Tx, settled: Settled, clock: Clock): Promise<Decision | undefined> {
  const { id } = settled.connection;
  await lockConnectionState(tx, id);
  const state = await findConnectionState(tx, id);
  if (!state) return undefined;
  const decision = decide(settled, state, clock);
  // Whoever has lost his lease has nothing to say about the delivery; another one tells it.
  if (!(await releaseDelivery(tx, settled.delivery.id, settled.owner, decision.row))) return undefined;
  if (Object.keys(decision.state).length > 0) await updateConnectionState(tx, id, decision.state);
  return decision;
}

/** The worker itself, in the name of a connection. */
function workerCtx(db: Engine, { id, name }: ConnectionRow, now: () => Date): Ctx {
  return { actor: { type: 'system', name }, source: 'system', requestId: randomUUID(), now, db, connectionId: id };
}

/** Writes what became of an attempt: of the delivery, of how the connection fares, and whether it goes on at all. */
export async function settle(db: Engine, settled: Settled, clock: Clock): Promise<void> {
  const decision = await db.transaction((tx) => write(tx, settled, clock), { isolation: 'read committed' });
  const { connection } = settled;
  if (decision?.halt) await haltConnection(workerCtx(db, connection, clock.now), { id: connection.id, ...decision.halt });
}
