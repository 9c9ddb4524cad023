import type { ConnectionRow } from '@/db/queries/connections';
import { insertLink, type LinkRow, updateLink } from '@/db/queries/links';
import { type Ctx, type Source, unit } from '../context';
import { DomainError } from '../errors';
import { may } from '../permissions';
import { type Agreement, writeAgreement } from './agreement';
import { type Met, noteCollisions } from './note-collisions';
import { readOurRecord } from './our-record';
import type { Exchanged, Shared } from './schema';
import { writeIncoming } from './write-incoming';

/** The context of what comes through a connection; `groupId` is the first operation of its run. */
export function connectionCtx(
  connection: ConnectionRow,
  { db, now, requestId, groupId }: Pick<Ctx, 'db' | 'now' | 'requestId' | 'groupId'>,
): Ctx {
  const actor = { type: 'system', name: connection.name } as const;
  return { actor, source: connection.kind as Source, connectionId: connection.id, db, now, requestId, groupId };
}

export interface Incoming {
  connectionId: number;
  entity: Exchanged;
  remoteId: string;
  /** What came in, with our ids of other records. */
  patch: Shared;
  /** Of a record that is here; of a new one there is none. */
  known?: {
    link: LinkRow;
    /** What was read of ours: it must not have changed since. */
    version: number;
  };
  /** For a new link. */
  uid: string;
  /** The user of ours who made a new order over there. */
  author?: number;
  agreement: Agreement;
  met: readonly Met[];
}

/**
 * Writes what came in, with its link, as one operation. Throws `stale_version` when ours has changed meanwhile, or when the
 * record was linked by somebody else; and whatever our rules refuse.
 */
export async function applyIncoming(ctx: Ctx, incoming: Incoming): Promise<{ id: number; operationId: number | undefined }> {
  may(ctx, `${incoming.entity}.write`);
  const { connectionId, entity, remoteId, patch, known, agreement } = incoming;
  return unit(ctx, async (tx) => {
    if (known) {
      const ours = await readOurRecord(tx, entity, known.link.localId);
      if (ours?.version !== known.version) throw new DomainError('stale_version');
    }
    const written = await writeIncoming(tx, ctx, { entity, id: known?.link.localId, patch, author: incoming.author });
    const fields = writeAgreement(agreement);
    if (known) await updateLink(tx, known.link.id, { fields, localHash: '', remoteHash: '' });
    else {
      const at = ctx.now().getTime();
      const made = { connectionId, entity, localId: written.id, remoteId, uid: incoming.uid, fields };
      const noted = { localVersion: null, remoteVersion: null, localHash: '', remoteHash: '', told: '{}', createdAt: at, syncedAt: null };
      if (!(await insertLink(tx, { ...made, ...noted }))) throw new DomainError('stale_version');
    }
    await noteCollisions(tx, ctx, { connectionId, entity, localId: written.id, remoteId }, incoming.met);
    return written;
  });
}
