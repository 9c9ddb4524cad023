import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import { type DeliveryRow, renewLease } from '@/db/queries/deliveries';
import type { GuardedHttp } from '@/lib/integrations/http/guarded-http';
import { maskOf } from '@/lib/integrations/http/mask';
import { isPeerError } from '@/lib/integrations/http/peer-http';
import { ConnectionBroken, type Opened, openConnection } from '@/lib/integrations/open-connection';
import type { Outcome, Provider } from '@/lib/integrations/provider';
import { workOn } from '@/lib/integrations/work';
import { log } from '@/lib/log';
import type { Clock } from './clock';
import type { Verdict } from './settle';

/** ms that a delivery is nobody else's; renewed while it is worked on, so that only a worker that is gone loses it. */
export const leaseMs = 30_000;

/** ms that one attempt may take in all. */
const longestAttempt = 5 * 60_000;

export interface Attempt {
  db: Engine;
  connection: ConnectionRow;
  provider: Provider;
  delivery: DeliveryRow;
  owner: string;
  clock: Clock;
  /** The worker stops, and has waited long enough. */
  stopping: AbortSignal;
  /** Another network (tests). */
  network?: GuardedHttp;
}

/** Keeps the lease while work goes on; the signal ends when it is lost, or has gone on for too long. */
function keepLease({ db, delivery, owner, clock, stopping }: Attempt): { signal: AbortSignal; end: () => void } {
  const lost = new AbortController();
  const renew = () => {
    const until = clock.now().getTime() + leaseMs;
    db.transaction((tx) => renewLease(tx, delivery.id, { owner, until }), { isolation: 'read committed' }).then(
      (kept) => kept || lost.abort(),
      // A database that is away for a moment: the lease still runs.
      () => undefined,
    );
  };
  const timer = setInterval(renew, leaseMs / 3);
  const signal = AbortSignal.any([lost.signal, stopping, AbortSignal.timeout(longestAttempt)]);
  return { signal, end: () => clearInterval(timer) };
}

/** Nothing of the connection's secrets goes into what is kept of an outcome. */
function withoutSecrets(outcome: Outcome, { connection }: Opened): Outcome {
  if (outcome.kind === 'done' || !outcome.problem.values) return outcome;
  const masked = maskOf(Object.values(connection.secrets));
  const values = Object.entries(outcome.problem.values).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value]);
  return { ...outcome, problem: { ...outcome.problem, values: Object.fromEntries(values) } };
}

function verdictOn(error: unknown, { connection, delivery, stopping }: Attempt, opened: Opened): Verdict {
  if (stopping.aborted) return { kind: 'unsent', afterMs: 0 };
  if (isPeerError(error)) {
    // The network never says so by itself: it is our own pace.
    if (error.problem.code === 'busy') return { kind: 'unsent', afterMs: error.afterMs ?? 1000 };
    return { kind: 'retry', problem: error.problem, ...(error.afterMs === undefined ? {} : { afterMs: error.afterMs }) };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const masked = maskOf(Object.values(opened.connection.secrets));
  log().error({ connection: connection.id, delivery: delivery.id, reason: masked(reason) }, 'an attempt to deliver failed unexpectedly');
  return { kind: 'retry', problem: { code: 'unexpected' } };
}

function open(row: ConnectionRow, provider: Provider): Opened | Verdict {
  try {
    return openConnection(row, provider);
  } catch (error) {
    if (error instanceof ConnectionBroken) return { kind: 'pause', problem: error.problem };
    throw error;
  }
}

/** Tells the other side of one delivery that is ours; what became of it. Never throws for what a provider or the network does. */
export async function attempt(task: Attempt): Promise<Verdict> {
  const { db, connection, provider, delivery, clock, network } = task;
  const opened = open(connection, provider);
  if ('kind' in opened) return opened;
  // Workers have died of it each time.
  if (delivery.attempts > provider.delays.length + 1) return { kind: 'dead', problem: { code: 'unexpected' } };
  const lease = keepLease(task);
  try {
    const work = workOn(opened, { db, now: clock.now, signal: lease.signal, deliveryId: delivery.id, ...(network ? { network } : {}) });
    const outcome = await provider.deliver?.(work, delivery);
    return outcome ? withoutSecrets(outcome, opened) : { kind: 'dead', problem: { code: 'unexpected' } };
  } catch (error) {
    return verdictOn(error, task, opened);
  } finally {
    lease.end();
  }
}
