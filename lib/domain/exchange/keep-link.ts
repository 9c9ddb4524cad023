import { randomUUID } from 'node:crypto';
import { deleteLink, findLink, findLinkByRemote, findLinkByUid, insertLink, type LinkRow, updateLink } from '@/db/queries/links';
import type { Ctx } from '../context';
import { type Agreement, writeAgreement } from './agreement';
import type { Collision } from './merge-fields';
import { keepOpenConflict, type Met, noteCollisions } from './note-collisions';
import type { Exchanged } from './schema';

/** Bookkeeping of workers waits for nobody who writes business data. */
const quick = { isolation: 'read committed' } as const;

/** The link of a record of ours; a new one, written before anything is asked of the other side, when there was none. */
export async function openLink(
  ctx: Ctx,
  {
    connectionId,
    entity,
    localId,
    remoteId = null,
  }: { connectionId: number; entity: Exchanged; localId: number; remoteId?: string | null },
): Promise<{ link: LinkRow; isNew: boolean }> {
  return ctx.db.transaction(async (tx) => {
    const known = await findLink(tx, connectionId, entity, localId);
    if (known) return { link: known, isNew: false };
    const made = { connectionId, entity, localId, remoteId, uid: randomUUID(), fields: '{}', localHash: '', remoteHash: '', told: '{}' };
    const at = ctx.now().getTime();
    const link = await insertLink(tx, { ...made, localVersion: null, remoteVersion: null, createdAt: at, syncedAt: null });
    if (!link) throw new Error('A record over there is linked to two of ours');
    return { link, isNew: true };
  }, quick);
}

/** The link of a record of theirs: by its id, or by the key under which it was made for us. */
export async function linkOfRemote(
  ctx: Ctx,
  { connectionId, entity, remoteId, uid }: { connectionId: number; entity: Exchanged; remoteId: string; uid?: string },
): Promise<LinkRow | undefined> {
  return ctx.db.read(async (tx) => {
    const linked = await findLinkByRemote(tx, connectionId, entity, remoteId);
    if (linked || uid === undefined) return linked;
    const made = await findLinkByUid(tx, connectionId, uid);
    return made?.entity === entity && made.remoteId === null ? made : undefined;
  });
}

/** Notes which record over there is meant. */
export async function nameRemote(ctx: Ctx, link: LinkRow, remoteId: string): Promise<LinkRow> {
  await ctx.db.transaction((tx) => updateLink(tx, link.id, { remoteId }), quick);
  return { ...link, remoteId };
}

/** Notes what is about to be sent, so that it is known again if its answer is lost; and what lost by a rule. */
export async function noteSending(ctx: Ctx, link: LinkRow, agreement: Agreement, met: readonly Met[] = []): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await updateLink(tx, link.id, { fields: writeAgreement(agreement), localHash: '' });
    if (met.length > 0) await noteCollisions(tx, ctx, recordOf(link), met);
  }, quick);
}

export interface Settled {
  agreement: Agreement;
  localVersion: number;
  remoteVersion: string;
  localHash: string;
  remoteHash: string;
  told: string;
  /** What a person has to decide. */
  open: readonly Collision[];
}

function recordOf(link: LinkRow) {
  return { connectionId: link.connectionId, entity: link.entity as Exchanged, localId: link.localId, remoteId: link.remoteId ?? '' };
}

/** Notes how both sides look now that nothing is left to write. Whether something waits for a person. */
export function settleLink(ctx: Ctx, link: LinkRow, { agreement, open, ...values }: Settled): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    await updateLink(tx, link.id, { ...values, fields: writeAgreement(agreement), syncedAt: ctx.now().getTime() });
    return keepOpenConflict(tx, ctx, recordOf(link), open);
  }, quick);
}

/** Forgets a link under which nothing was made. */
export async function dropLink(ctx: Ctx, link: LinkRow): Promise<void> {
  await ctx.db.transaction((tx) => deleteLink(tx, link.id), quick);
}
