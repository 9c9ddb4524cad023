import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findOtherByEmail, insertClient, updateClient } from '@/db/queries/clients';
import { readSettings } from '@/db/queries/settings';
import { putClientText } from '@/db/queries/texts';
import { normalise } from '@/lib/search/normalise';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots, type FieldChanges } from '../journal/fields';
import { type Action, type Change, recordChange } from '../journal/record-change';
import { dayInZone } from '../period';
import { updated } from '../stale';
import { formalName } from './client-name';
import { clientText } from './client-text';
import { emailKeyOf } from './email';
import type { ClientInput } from './schema';
import { clientSnapshot } from './snapshot';

type ClientValues = Pick<
  ClientRow,
  'firstName' | 'lastName' | 'middleName' | 'company' | 'inn' | 'mobilePhone' | 'email' | 'address' | 'comment'
>;

/** A client of whom nothing is known. */
export const emptyClient: ClientValues = {
  firstName: '',
  lastName: '',
  middleName: null,
  company: '',
  inn: '',
  mobilePhone: null,
  email: null,
  address: '',
  comment: '',
};

/** A client with the fields of an input laid over it; fields left out stay. */
export function applyClientInput<C extends ClientValues>(client: C, input: ClientInput): C {
  return {
    ...client,
    firstName: input.first_name ?? client.firstName,
    lastName: input.last_name ?? client.lastName,
    middleName: input.middle_name === undefined ? client.middleName : input.middle_name,
    company: input.company ?? client.company,
    inn: input.inn ?? client.inn,
    mobilePhone: input.mobile_phone === undefined ? client.mobilePhone : input.mobile_phone,
    email: input.email === undefined ? client.email : input.email,
    address: input.address ?? client.address,
    comment: input.comment ?? client.comment,
  };
}

/** What is derived from the fields and stored beside them. */
export function clientDerived(client: ClientValues) {
  return {
    emailKey: client.email === null ? null : emailKeyOf(client.email),
    nameKey: normalise(formalName(client)),
  };
}

async function refuseTakenEmail(tx: Tx, emailKey: string | null, ownId: number): Promise<void> {
  const other = emailKey === null ? undefined : await findOtherByEmail(tx, emailKey, ownId);
  if (other) throw new DomainError('email_taken', { id: other.id });
}

/** Nobody fills in again what a person had erased. */
export function refuseErased(client: ClientRow): void {
  if (client.erasedAt !== null) throw new DomainError('client_erased', { id: client.id });
}

/** When a record came to be (UTC epoch ms), in which zone its day is counted, and which user made it. */
export interface Birth {
  at: number;
  timeZone: string;
  createdBy: number | null;
}

/** A new client as it is stored, but for its id. */
export function newClient(input: ClientInput, { at, timeZone, createdBy }: Birth): Omit<ClientRow, 'id'> {
  const values = applyClientInput(emptyClient, input);
  const born = { version: 1, createdAt: at, createdDay: dayInZone(at, timeZone), createdBy, updatedAt: at, deletedAt: null };
  return { ...values, ...clientDerived(values), ...born, mergedInto: null, erasedAt: null };
}

/** Step: a new client, and the change to record. */
export async function makeClient(tx: Tx, ctx: Ctx, input: ClientInput): Promise<{ client: ClientRow; change: Change }> {
  const { timeZone } = await readSettings(tx);
  const values = newClient(input, { at: ctx.now().getTime(), timeZone, createdBy: actingUser(ctx) });
  await refuseTakenEmail(tx, values.emailKey, 0);
  const client = await insertClient(tx, values);
  await putClientText(tx, client.id, clientText(client));
  const change = { entity: 'client', entityId: client.id, action: 'create', versionBefore: null, versionAfter: client.version } as const;
  return { client, change: { ...change, fields: diffSnapshots(null, clientSnapshot(client)) } };
}

/** Step: the same with its journal entry. */
export async function addClient(tx: Tx, ctx: Ctx, input: ClientInput, kind: string): Promise<ClientRow> {
  const { client, change } = await makeClient(tx, ctx, input);
  await recordChange(tx, ctx, kind, [change]);
  return client;
}

/** Step: a client as it shall be, in place of `before`, and the change to record: none when nothing differs. */
export async function changeClient(
  tx: Tx,
  ctx: Ctx,
  before: ClientRow,
  after: ClientValues,
): Promise<{ client: ClientRow; change: Change | undefined }> {
  refuseErased(before);
  const row = { ...before, ...after, ...clientDerived(after), updatedAt: ctx.now().getTime() };
  const fields = diffSnapshots(clientSnapshot(before), clientSnapshot(row));
  if (Object.keys(fields).length === 0) return { client: before, change: undefined };
  if (row.emailKey !== before.emailKey) await refuseTakenEmail(tx, row.emailKey, row.id);
  const client = updated(await updateClient(tx, row));
  await putClientText(tx, client.id, clientText(client));
  const versions = { versionBefore: before.version, versionAfter: client.version };
  return { client, change: { entity: 'client', entityId: client.id, action: 'update', ...versions, fields } };
}

/** Step: the same with its journal entry. */
export async function saveClient(tx: Tx, ctx: Ctx, before: ClientRow, after: ClientValues, kind: string): Promise<ClientRow> {
  const { client, change } = await changeClient(tx, ctx, before, after);
  if (change) await recordChange(tx, ctx, kind, [change]);
  return client;
}

/**
 * Step: a client into the bin, or back from it; the change to record, so that orders can go with it in one operation.
 * `mergedInto` names the client who takes its place.
 */
export async function moveClient(
  tx: Tx,
  ctx: Ctx,
  before: ClientRow,
  action: Extract<Action, 'delete' | 'restore'>,
  mergedInto: number | null = null,
): Promise<Change> {
  const deleting = action === 'delete';
  if (!deleting || mergedInto !== null) refuseErased(before);
  if (!deleting) await refuseTakenEmail(tx, before.emailKey, before.id);
  const at = ctx.now().getTime();
  const client = updated(await updateClient(tx, { ...before, deletedAt: deleting ? at : null, updatedAt: at, mergedInto }));
  const snapshot = clientSnapshot(before);
  const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  const merged: FieldChanges = before.mergedInto === mergedInto ? {} : { merged_into: { old: before.mergedInto, new: mergedInto } };
  const versions = { versionBefore: before.version, versionAfter: client.version };
  return { entity: 'client', entityId: client.id, action, ...versions, fields: { ...fields, ...merged } };
}
