import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/engines/engine';
import { type ConnectionRow, findAnyConnection, insertConnection, updateConnection } from '@/db/queries/connections';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots, type Json, type Snapshot } from '../journal/fields';
import { type Action, type Change, recordChange } from '../journal/record-change';
import { updated } from '../stale';
import type { ConnectionKind, ConnectionState, Topic } from './schema';

/** A connection as the journal keeps it; of secrets only that they changed. */
export function connectionSnapshot({ kind, name, state, topics, settings }: ConnectionRow): Snapshot {
  return { kind, name, state, topics: JSON.parse(topics) as Json, settings: JSON.parse(settings) as Json };
}

/** Also from the bin. Throws `not_found`. */
export async function loadAnyConnection(tx: Tx, id: number): Promise<ConnectionRow> {
  const row = await findAnyConnection(tx, id);
  if (!row) throw new DomainError('not_found');
  return row;
}

/** A live one. Throws `not_found`. */
export async function loadConnection(tx: Tx, id: number): Promise<ConnectionRow> {
  const row = await loadAnyConnection(tx, id);
  if (row.deletedAt !== null) throw new DomainError('not_found');
  return row;
}

export interface NewConnection {
  kind: ConnectionKind;
  name: string;
  topics: readonly Topic[];
  /** By the provider's own schema; nothing secret. */
  settings: Json;
  /** Name to stored secret, for the uid the connection has. */
  secrets: (uid: string) => Record<string, string>;
}

/** Step: a new connection and its journal entry. */
export async function addConnection(tx: Tx, ctx: Ctx, input: NewConnection): Promise<ConnectionRow> {
  const at = ctx.now().getTime();
  const uid = randomUUID();
  const row = await insertConnection(tx, {
    uid,
    version: 1,
    kind: input.kind,
    name: input.name,
    state: 'active',
    topics: JSON.stringify(input.topics),
    settings: JSON.stringify(input.settings),
    secrets: JSON.stringify(input.secrets(uid)),
    createdAt: at,
    createdBy: actingUser(ctx),
    updatedAt: at,
    deletedAt: null,
  });
  const change = { entity: 'connection', entityId: row.id, action: 'create', versionBefore: null, versionAfter: row.version } as const;
  await recordChange(tx, ctx, 'connection.create', [{ ...change, fields: diffSnapshots(null, connectionSnapshot(row)) }]);
  return row;
}

/** Step: a connection as it shall be, and the change to record: none when nothing differs. */
export async function changeConnection(
  tx: Tx,
  ctx: Ctx,
  before: ConnectionRow,
  after: ConnectionRow,
): Promise<{ row: ConnectionRow; change: Change | undefined }> {
  const fields = diffSnapshots(connectionSnapshot(before), connectionSnapshot(after));
  if (after.secrets !== before.secrets) fields.secrets = { old: '•', new: '•' };
  if (Object.keys(fields).length === 0) return { row: before, change: undefined };
  const row = updated(await updateConnection(tx, { ...after, updatedAt: ctx.now().getTime() }));
  const versions = { versionBefore: before.version, versionAfter: row.version };
  return { row, change: { entity: 'connection', entityId: row.id, action: 'update', ...versions, fields } };
}

/** Step: the same with its journal entry. */
export async function saveConnection(tx: Tx, ctx: Ctx, before: ConnectionRow, after: ConnectionRow, kind: string): Promise<ConnectionRow> {
  const { row, change } = await changeConnection(tx, ctx, before, after);
  if (change) await recordChange(tx, ctx, kind, [change]);
  return row;
}

/** Step: another state, by a person or because of what the other side answered. */
export function saveConnectionState(tx: Tx, ctx: Ctx, before: ConnectionRow, state: ConnectionState): Promise<ConnectionRow> {
  return saveConnection(tx, ctx, before, { ...before, state }, 'connection.state');
}

/** Step: a connection away, or back; the change to record. */
export async function moveConnection(
  tx: Tx,
  ctx: Ctx,
  before: ConnectionRow,
  action: Extract<Action, 'delete' | 'restore'>,
): Promise<Change> {
  const at = ctx.now().getTime();
  const row = updated(await updateConnection(tx, { ...before, deletedAt: action === 'delete' ? at : null, updatedAt: at }));
  const snapshot = connectionSnapshot(before);
  const fields = action === 'delete' ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  const versions = { versionBefore: before.version, versionAfter: row.version };
  return { entity: 'connection', entityId: row.id, action, ...versions, fields };
}
