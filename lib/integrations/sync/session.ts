import { randomUUID } from 'node:crypto';
import type { Engine } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import type { Ctx } from '@/lib/domain/context';
import { connectionCtx } from '@/lib/domain/exchange/apply-incoming';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import type { Peer } from './peer';
import type { SyncSettings } from './settings';

/** What became of a record. */
export const effects = ['created_here', 'updated_here', 'deleted_here', 'created_there', 'updated_there', 'linked', 'conflict'] as const;
export type Effect = (typeof effects)[number];

/** One connection at work. */
export interface Sync {
  connectionId: number;
  peer: Peer;
  settings: Pick<SyncSettings, 'policy' | 'direction' | 'mapping'>;
  /** Of this moment: with the group that the work hangs on so far. */
  ctx: () => Ctx;
  /** Notes an operation: the first one is the group of those after it. */
  wrote: (operationId: number | undefined) => void;
  /** The first operation, if there is one. */
  groupId: () => number | undefined;
  /** Records being exchanged: one that needs itself in a circle is not begun again. */
  busy: Set<string>;
}

export interface SyncOn {
  db: Engine;
  connection: ConnectionRow;
  peer: Peer;
  settings: Pick<SyncSettings, 'policy' | 'direction' | 'mapping'>;
  now: () => Date;
  requestId?: string;
  /** The group of a run that goes on. */
  groupId?: number;
  /** Whether everything written is one group; of a single record it is not. */
  grouped?: boolean;
}

/** Begins to work on a connection. */
export function beginSync({ db, connection, peer, settings, now, requestId = randomUUID(), groupId, grouped = false }: SyncOn): Sync {
  let group = groupId;
  return {
    connectionId: connection.id,
    peer,
    settings,
    ctx: () => connectionCtx(connection, { db, now, requestId, groupId: grouped ? group : undefined }),
    wrote: (operationId) => {
      group ??= operationId;
    },
    groupId: () => group,
    busy: new Set(),
  };
}

/** The name of a record among those being exchanged. */
export function busyName(entity: Exchanged, id: number | string): string {
  return `${entity} ${id}`;
}
