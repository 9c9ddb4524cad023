import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import { findRun } from '@/db/queries/exchange-runs';
import { deliveries } from '@/db/schema/deliveries';
import { links } from '@/db/schema/exchange';
import { topics } from '@/lib/domain/connections/schema';
import { addConnection } from '@/lib/domain/connections/write-connection';
import { connectionCtx } from '@/lib/domain/exchange/apply-incoming';
import { hashOf } from '@/lib/domain/exchange/fingerprint';
import { readOurRecord } from '@/lib/domain/exchange/our-record';
import type { RunCursor } from '@/lib/domain/exchange/run-cursor';
import { type Exchanged, exchanged, type RunKind } from '@/lib/domain/exchange/schema';
import { addRun } from '@/lib/domain/exchange/start-run';
import { type RunView, viewOfRun } from '@/lib/domain/exchange/view-run';
import { carryRun } from '@/lib/integrations/sync/carry-run';
import { outcomeOfError } from '@/lib/integrations/sync/outcome-of-error';
import type { Peer } from '@/lib/integrations/sync/peer';
import { fitted } from '@/lib/integrations/sync/references';
import { beginSync, type Sync } from '@/lib/integrations/sync/session';
import type { SyncSettings } from '@/lib/integrations/sync/settings';
import { pushRecord } from '@/lib/integrations/sync/sync-record';
import { systemCtx } from './people';

/** A connection to a peer, worked by hand instead of by workers. */
export interface Bench {
  connection: ConnectionRow;
  settings: Pick<SyncSettings, 'policy' | 'direction' | 'mapping'>;
  /** With another database handle in place of the real one, if it is to fail. */
  sync: (db?: Engine, groupId?: number, grouped?: boolean) => Sync;
  /** Tells of everything that waits, each record until it went through. Records told. */
  deliver: () => Promise<number>;
  /** Carries a run out to its end, over all failures. */
  run: (kind: RunKind, cursor?: RunCursor) => Promise<RunView>;
  /** Linked records that differ. */
  differences: () => Promise<string[]>;
}

/** Every failure in a row that a worker would wait out. */
const patience = 60;

/** A new connection to a peer. */
export async function benchOf(peer: Peer, settings: Bench['settings'] = { policy: 'newest', direction: 'both' }): Promise<Bench> {
  const ctx = systemCtx();
  const connection = await ctx.db.transaction((tx) =>
    addConnection(tx, ctx, { kind: 'tryton', name: `Склад ${randomUUID().slice(0, 4)}`, topics, settings: {}, secrets: () => ({}) }),
  );
  return benchOn(connection, peer, settings);
}

/** The same for a connection that is there. */
export function benchOn(connection: ConnectionRow, peer: Peer, settings: Bench['settings']): Bench {
  const ctx = systemCtx();
  const sync = (db: Engine = ctx.db, groupId?: number, grouped = false) =>
    beginSync({ db, connection, peer, settings, now: ctx.now, groupId, grouped });

  async function push(entity: Exchanged, id: number): Promise<void> {
    for (let n = 0; ; n++) {
      try {
        await pushRecord(sync(), entity, id);
        return;
      } catch (error) {
        if (outcomeOfError(error).kind !== 'retry' || n > patience) throw error;
      }
    }
  }

  return {
    connection,
    settings,
    sync,
    deliver: async () => {
      const queued = and(eq(deliveries.connectionId, connection.id), eq(deliveries.state, 'queued'));
      const rows = await ctx.db.read((tx) => tx.select().from(deliveries).where(queued));
      const records = new Map(rows.map(({ entity, entityId }) => [`${entity} ${entityId}`, { entity: entity as Exchanged, entityId }]));
      for (const { entity, entityId } of records.values()) await push(entity, entityId);
      await ctx.db.transaction(async (tx) => {
        for (const { id } of rows) await tx.update(deliveries).set({ state: 'done' }).where(eq(deliveries.id, id));
      });
      return records.size;
    },
    run: async (kind, cursor = {}) => {
      // Pauses between tries are passed over: the clock of the run is far ahead each time.
      let ahead = 0;
      const own = connectionCtx(connection, { db: ctx.db, now: () => new Date(Date.now() + ahead), requestId: randomUUID() });
      const { id } = await ctx.db.transaction((tx) => addRun(tx, own, connection.id, kind, cursor));
      for (let n = 0; n < 2000; n++) {
        ahead += 3_600_000;
        await carryRun(
          id,
          async () => peer,
          (run) => sync(ctx.db, run.groupId ?? undefined, true),
          own,
        );
        const row = await ctx.db.read((tx) => findRun(tx, id));
        if (row && row.state !== 'running') return viewOfRun(row);
      }
      throw new Error('The run has no end');
    },
    differences: async () => {
      const rows = await ctx.db.read((tx) => tx.select().from(links).where(eq(links.connectionId, connection.id)));
      const found: string[] = [];
      for (const { entity, localId, remoteId } of rows) {
        const known = exchanged.find((one) => one === entity) ?? 'client';
        const ours = await ctx.db.read((tx) => readOurRecord(tx, known, localId));
        const [remote] = remoteId === null ? [] : await peer.read(known, [remoteId]);
        const mine = ours && (await fitted(sync(), known, ours));
        if (!mine || !remote) {
          if (mine?.deleted !== true) found.push(`${entity} ${localId}: ${remoteId ?? 'none'} missing`);
        } else {
          for (const field of Object.keys(mine).filter((name) => name in remote.values)) {
            const [one, other] = [mine[field] ?? null, remote.values[field] ?? null];
            if (hashOf(one) !== hashOf(other))
              found.push(`${entity} ${localId} ${field}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`);
          }
        }
      }
      return found;
    },
  };
}
