import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { type ClientWithText, clientsWithTexts, stepsOfRecords } from '@/db/queries/past';
import { formalName } from '../clients/client-name';
import { clientText } from '../clients/client-text';
import { clientSnapshot } from '../clients/snapshot';
import type { Snapshot } from '../journal/fields';
import { foldRecord, type LiveRecord, type PastRecord, type Step, standingRecord, stepOf } from './fold';
import { clientNames } from './names';

/** A client as he was at a moment. */
export interface PastClient {
  id: number;
  /** UTC epoch ms. */
  createdAt: number;
  record: PastRecord;
  /** His name then; the one he has now where it was erased. */
  name: string;
  /** What he would have been found by. */
  text: string;
}

function textField(snapshot: Snapshot, name: (typeof clientNames)[number]): string {
  const value = snapshot[name];
  return typeof value === 'string' ? value : '';
}

/** A snapshot's fields under the names of the table's columns. */
export function clientColumns(snapshot: Snapshot) {
  return {
    firstName: textField(snapshot, 'first_name'),
    lastName: textField(snapshot, 'last_name'),
    middleName: textField(snapshot, 'middle_name') || null,
    company: textField(snapshot, 'company'),
    inn: textField(snapshot, 'inn'),
    mobilePhone: textField(snapshot, 'mobile_phone') || null,
    email: textField(snapshot, 'email') || null,
    address: textField(snapshot, 'address'),
    comment: textField(snapshot, 'comment'),
  };
}

export function liveClient(client: ClientRow): LiveRecord {
  const { version, createdAt, updatedAt, deletedAt } = client;
  return { version, createdAt, updatedAt, deletedAt, snapshot: () => clientSnapshot(client) };
}

function foldedClient(client: ClientRow, record: PastRecord): PastClient {
  const columns = clientColumns(record.snapshot);
  const nameless = record.erased.some((name) => ['first_name', 'last_name', 'middle_name', 'company'].includes(name));
  return {
    id: client.id,
    createdAt: client.createdAt,
    record,
    name: nameless || record.existence === 'absent' ? formalName(client) : formalName(columns),
    text: clientText(columns),
  };
}

/** Steps of many records, by record. */
export async function stepsOf(tx: Tx, entity: 'client' | 'order', ids: number[]): Promise<Map<number, Step[]>> {
  const steps = new Map<number, Step[]>();
  if (ids.length === 0) return steps;
  for (const row of await stepsOfRecords(tx, entity, ids)) {
    const own = steps.get(row.entityId);
    if (own) own.push(stepOf(row));
    else steps.set(row.entityId, [stepOf(row)]);
  }
  return steps;
}

/** Clients as they were at a moment (UTC epoch ms): those unchanged since then as they stand, the others from the journal. */
export async function clientsAsOf(tx: Tx, rows: readonly ClientWithText[], at: number): Promise<PastClient[]> {
  const changed = rows.filter(({ client }) => client.updatedAt > at).map(({ client }) => client.id);
  const steps = await stepsOf(tx, 'client', changed);
  const past: PastClient[] = [];
  for (const { client, text } of rows) {
    if (client.updatedAt > at)
      past.push(foldedClient(client, await foldRecord(clientNames, liveClient(client), steps.get(client.id) ?? [], at)));
    else past.push({ ...foldedClient(client, await standingRecord(liveClient(client))), text: text ?? '' });
  }
  return past;
}

/** Adds to `known` the clients of these ids that it does not have. */
export async function learnClients(tx: Tx, known: Map<number, PastClient>, ids: Iterable<number>, at: number): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length === 0) return;
  for (const client of await clientsAsOf(tx, await clientsWithTexts(tx, missing), at)) known.set(client.id, client);
}
