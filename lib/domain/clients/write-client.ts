import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findOtherByEmail, insertClient, updateClient } from '@/db/queries/clients';
import { readSettings } from '@/db/queries/settings';
import { normalise, phoneForms, searchText } from '@/lib/search/normalise';
import { actingUser, type Ctx } from '../context';
import { DomainError } from '../errors';
import { diffSnapshots } from '../journal/fields';
import { type Action, recordChange } from '../journal/record-change';
import { dayInZone } from '../period';
import { updated } from '../stale';
import { formalName } from './client-name';
import type { ClientInput } from './schema';
import { clientSnapshot } from './snapshot';

type ClientValues = Pick<
  ClientRow,
  'firstName' | 'lastName' | 'middleName' | 'company' | 'inn' | 'mobilePhone' | 'email' | 'address' | 'comment'
>;

const emptyClient: ClientValues = {
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
function clientDerived(client: ClientValues) {
  return {
    emailKey: client.email === null ? null : normaliseEmail(client.email),
    nameKey: normalise(formalName(client)),
    search: searchText([
      client.lastName,
      client.firstName,
      client.middleName,
      client.company,
      client.inn,
      ...phoneForms(client.mobilePhone),
      client.email,
      client.address,
      client.comment,
    ]),
  };
}

function normaliseEmail(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

async function refuseTakenEmail(tx: Tx, emailKey: string | null, ownId: number): Promise<void> {
  const other = emailKey === null ? undefined : await findOtherByEmail(tx, emailKey, ownId);
  if (other) throw new DomainError('email_taken', { id: other.id });
}

/** Step: a new client and its journal entry. */
export async function addClient(tx: Tx, ctx: Ctx, input: ClientInput, kind: string): Promise<ClientRow> {
  const values = applyClientInput(emptyClient, input);
  const derived = clientDerived(values);
  await refuseTakenEmail(tx, derived.emailKey, 0);
  const { timeZone } = await readSettings(tx);
  const at = ctx.now().getTime();
  const client = await insertClient(tx, {
    ...values,
    ...derived,
    version: 1,
    createdAt: at,
    createdDay: dayInZone(at, timeZone),
    createdBy: actingUser(ctx),
    updatedAt: at,
    deletedAt: null,
  });
  const change = { entity: 'client', entityId: client.id, action: 'create', versionBefore: null, versionAfter: client.version } as const;
  await recordChange(tx, ctx, kind, [{ ...change, fields: diffSnapshots(null, clientSnapshot(client)) }]);
  return client;
}

/** Step: a client as it shall be, in place of `before`. Writes nothing when nothing differs. */
export async function saveClient(tx: Tx, ctx: Ctx, before: ClientRow, after: ClientValues, kind: string): Promise<ClientRow> {
  const row = { ...before, ...after, ...clientDerived(after), updatedAt: ctx.now().getTime() };
  const fields = diffSnapshots(clientSnapshot(before), clientSnapshot(row));
  if (Object.keys(fields).length === 0) return before;
  if (row.emailKey !== before.emailKey) await refuseTakenEmail(tx, row.emailKey, row.id);
  const client = updated(await updateClient(tx, row));
  await recordChange(tx, ctx, kind, [
    { entity: 'client', entityId: client.id, action: 'update', versionBefore: before.version, versionAfter: client.version, fields },
  ]);
  return client;
}

/** Step: a client into the bin, or back from it; the change to record, so that orders can go with it in one operation. */
export async function moveClient(tx: Tx, ctx: Ctx, before: ClientRow, action: Extract<Action, 'delete' | 'restore'>) {
  const deleting = action === 'delete';
  if (!deleting) await refuseTakenEmail(tx, before.emailKey, before.id);
  const at = ctx.now().getTime();
  const client = updated(await updateClient(tx, { ...before, deletedAt: deleting ? at : null, updatedAt: at }));
  const snapshot = clientSnapshot(before);
  const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
  return { entity: 'client', entityId: client.id, action, versionBefore: before.version, versionAfter: client.version, fields } as const;
}
