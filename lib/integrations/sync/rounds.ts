import { randomUUID } from 'node:crypto';
import type { Engine } from '@/db/engines/engine';
import { type ConnectionRow, findAnyConnection, findConnectionState, findConnections } from '@/db/queries/connections';
import { lastRun, runsToCarryOn } from '@/db/queries/exchange-runs';
import { haltConnection } from '@/lib/domain/connections/halt-connection';
import type { Ctx } from '@/lib/domain/context';
import { connectionCtx } from '@/lib/domain/exchange/apply-incoming';
import { readCursors } from '@/lib/domain/exchange/cursors';
import { queueRun } from '@/lib/domain/exchange/queue-run';
import { endHints, takeDueHints } from '@/lib/domain/exchange/receive-hint';
import { runKinds } from '@/lib/domain/exchange/schema';
import type { GuardedHttp } from '../http/guarded-http';
import { ConnectionBroken, openConnection } from '../open-connection';
import type { Provider } from '../provider';
import { providerOf } from '../registry';
import { workOn } from '../work';
import { carryRun } from './carry-run';
import { beginSync } from './session';

export interface RoundOn {
  db: Engine;
  now?: () => Date;
  signal?: AbortSignal;
  /** Another network, and other systems (tests). */
  network?: GuardedHttp;
  providers?: (kind: string) => Provider | undefined;
}

const minute = 60_000;
/** Hints taken together, and for how long nobody else takes them, ms. */
const hintsATime = 50;
const hintLeaseMs = 5 * minute;

function ctxOf(connection: ConnectionRow, db: Engine, now: () => Date): Ctx {
  return connectionCtx(connection, { db, now, requestId: randomUUID() });
}

/** The pull that is due, told by the one before it; undefined when it is not time yet, or when one is under way. */
async function duePull(ctx: Ctx, { id }: ConnectionRow, everyMinutes: number): Promise<{ runId: number | undefined } | undefined> {
  if (everyMinutes === 0) return undefined;
  return ctx.db.read(async (tx) => {
    const state = await findConnectionState(tx, id);
    const at = ctx.now().getTime();
    if (state?.waitUntil != null && state.waitUntil > at) return undefined;
    const last = await lastRun(tx, id, 'pull');
    const looked = Math.max(readCursors(state?.cursors).pulledAt ?? 0, last?.createdAt ?? 0);
    return last?.state === 'running' || looked + everyMinutes * minute > at ? undefined : { runId: last?.id };
  });
}

/** Sets down what is to be read there: by schedule, and what its calls are about. */
async function plan(connection: ConnectionRow, { db, now = () => new Date(), providers = providerOf }: RoundOn): Promise<void> {
  const provider = providers(connection.kind);
  const side = provider?.sync;
  if (!side || connection.state !== 'active') return;
  const opened = openConnection(connection, provider);
  const { direction, every } = side.settings(opened.connection.settings);
  if (direction === 'out') return;
  const ctx = ctxOf(connection, db, now);
  const hints = await takeDueHints(ctx, connection.id, hintLeaseMs, hintsATime);
  if (hints.length > 0) {
    const told = hints.flatMap(({ raw }) => side.readHint?.(raw) ?? []);
    const only = told.filter(({ entity, id }, n) => told.findIndex((other) => other.entity === entity && other.id === id) === n);
    await queueRun(ctx, connection.id, only.length > 0 ? { only } : {});
    await endHints(ctx, hints);
  }
  const due = await duePull(ctx, connection, every);
  if (due) await queueRun(ctx, connection.id, {}, due);
}

async function carry(runId: number, connection: ConnectionRow, on: RoundOn): Promise<boolean> {
  const { db, now = () => new Date(), signal, network, providers = providerOf } = on;
  const opened = openConnection(connection, providers(connection.kind));
  const side = opened.provider.sync;
  if (!side) return false;
  const work = workOn(opened, { db, now, signal, runId, network });
  const own = ctxOf(connection, db, now);
  const { goesOn, pause } = await carryRun(
    runId,
    () => side.join(work),
    (run, peer) =>
      beginSync({
        db,
        connection,
        peer,
        settings: side.settings(opened.connection.settings),
        now,
        requestId: run.requestId,
        groupId: run.groupId ?? undefined,
        grouped: true,
      }),
    own,
  );
  if (pause) await haltConnection(own, { id: connection.id, state: 'paused', problem: pause });
  return goesOn;
}

/**
 * One round of what comes in: plans what is due, then carries one run on by a step – what is new before what is long. Whether
 * there is more to do at once. A connection that is broken or paused is passed over.
 */
export async function exchangeRound(on: RoundOn): Promise<boolean> {
  const { db, now = () => new Date() } = on;
  const connections = await db.read(findConnections);
  for (const connection of connections) {
    try {
      await plan(connection, on);
    } catch (error) {
      if (!(error instanceof ConnectionBroken)) throw error;
    }
  }
  const active = new Set(connections.flatMap(({ id, state }) => (state === 'active' ? id : [])));
  const waiting = await db.read((tx) => runsToCarryOn(tx, runKinds, now().getTime(), 20));
  const run = waiting.find(({ connectionId }) => active.has(connectionId));
  const connection = run && (await db.read((tx) => findAnyConnection(tx, run.connectionId)));
  if (!run || !connection) return false;
  try {
    await carry(run.id, connection, on);
  } catch (error) {
    if (!(error instanceof ConnectionBroken)) throw error;
    await haltConnection(ctxOf(connection, db, now), { id: connection.id, state: 'paused', problem: error.problem });
  }
  return true;
}
