import type { Tx } from '@/db/engines/engine';
import { binnedClientsByKey, type ClientKey, clientsByIds, clientsByKey } from '@/db/queries/client-keys';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { findMain, loadClientItself } from '../clients/load-client';
import { clientSnapshot } from '../clients/snapshot';
import { applyClientInput, changeClient, makeClient, moveClient } from '../clients/write-client';
import type { Ctx } from '../context';
import { DomainError } from '../errors';
import type { Snapshot } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { sinceVersion } from '../merge/earlier';
import { cellProblems, recordNumber } from './cell-text';
import { type ClientKeys, clientKeys, clientTexts, parseClient } from './client-values';
import { cellChanges } from './compare';
import type { EntityImport, FileRecord, ImportStep, PlanOptions, Verdict } from './entity';
import { ownMapping, type RowCells, type RowDetail } from './schema';
import { kindOf } from './verdict';

const keys: readonly ClientKey[] = ['email', 'mobile_phone', 'inn'];

/** Clients that a batch of rows may mean. */
interface Known {
  byId: Map<number, ClientRow>;
  live: Record<ClientKey, Map<string, ClientRow[]>>;
  binned: Record<ClientKey, Map<string, ClientRow[]>>;
  /** Earlier versions that rows were exported from, by `id.version`; null where nobody knows them. */
  earlier: Map<string, Snapshot | null>;
}

function grouped(clients: ClientRow[], key: ClientKey): Map<string, ClientRow[]> {
  const groups = new Map<string, ClientRow[]>();
  for (const client of clients) {
    const value = { email: client.emailKey, mobile_phone: client.mobilePhone, inn: client.inn }[key] ?? '';
    groups.set(value, [...(groups.get(value) ?? []), client]);
  }
  return groups;
}

async function lookUp(tx: Tx, records: readonly FileRecord[], { mapping, bin }: PlanOptions): Promise<Known> {
  const wanted = records.map(({ cells }) => clientKeys(cells));
  const values = (key: ClientKey) => [...new Set(wanted.flatMap((row) => row[key] ?? []))];
  const live = {} as Known['live'];
  const binned = {} as Known['binned'];
  for (const key of keys) {
    // E-mails are unique: somebody else's is told before the row is written, whatever rows are matched by.
    const asked = mapping.matchBy.includes(key);
    live[key] = grouped(asked || key === 'email' ? await clientsByKey(tx, key, values(key)) : [], key);
    binned[key] = grouped(asked && bin ? await binnedClientsByKey(tx, key, values(key)) : [], key);
  }
  const ids = new Set(wanted.flatMap(({ id }) => id ?? []));
  const byId = new Map((await clientsByIds(tx, [...ids])).map((client) => [client.id, client]));
  for (const [id, client] of byId) {
    const main = client.mergedInto === null ? client : await findMain(tx, id);
    if (main) byId.set(id, main);
  }
  const earlier = new Map<string, Snapshot | null>();
  for (const { cells } of records) {
    const [id, version] = [recordNumber(cells.fields.id ?? ''), recordNumber(cells.fields.version ?? '')];
    const client = id === undefined ? undefined : byId.get(id);
    if (id === undefined || version === undefined || !client || (client.id === id && client.version === version)) continue;
    const record = { id, version: client.version, now: clientSnapshot(client) };
    // Of a client who took another's place the file knows nothing.
    const known = client.id === id && version < client.version ? (await sinceVersion(tx, 'client', record, version)).base : null;
    earlier.set(`${id}.${version}`, known);
  }
  return { byId, live, binned, earlier };
}

interface Match {
  client?: ClientRow;
  candidates?: number[];
  problem?: RowDetail['problems'][number];
}

/** The client that a row means: by its number or else by the first key that finds somebody, the bin last. */
function matchOf(row: ClientKeys, known: Known, { mapping }: PlanOptions, chosen: number | undefined): Match {
  if (row.id !== undefined && mapping.matchBy.includes('id')) {
    const client = known.byId.get(row.id);
    if (!client) return { problem: { field: 'id', rule: 'import_unknown_id', params: { id: row.id } } };
    return client.erasedAt === null ? { client } : { problem: { field: 'id', rule: 'import_erased_record', params: { id: row.id } } };
  }
  for (const where of [known.live, known.binned]) {
    for (const key of mapping.matchBy) {
      const value = row[key as ClientKey];
      const found = (value && where[key as ClientKey]?.get(String(value))) || [];
      const client = found.length === 1 ? found[0] : found.find(({ id }) => id === chosen);
      if (client) return { client, ...(found.length > 1 ? { candidates: found.map(({ id }) => id) } : {}) };
      if (found.length > 1) return { candidates: found.map(({ id }) => id) };
    }
  }
  return {};
}

function verdictOf({ cells, choice }: FileRecord, known: Known, options: PlanOptions): Verdict {
  const row = clientKeys(cells);
  const version = recordNumber(cells.fields.version ?? '') ?? null;
  const { client, candidates, problem } = matchOf(row, known, options, choice?.recordId);
  const now = client && clientSnapshot(client);
  const texts = clientTexts(cells, options.mapping, ownMapping(options.mapping) && row.id !== undefined && version !== null);
  const { input, problems } = parseClient(texts, now);
  const detail: RowDetail = { changes: [], problems: [...cellProblems(cells), ...(problem ? [problem] : []), ...problems] };
  const taken = known.live.email.get(row.email ?? '')?.find(({ id }) => id !== client?.id);
  // Several with his key: whoever is chosen will be asked about his e-mail when he is.
  if (taken && 'email' in texts && (client || !candidates)) {
    detail.problems.push({ field: 'email', rule: 'import_email_taken', params: { id: taken.id } });
  }
  if (candidates) detail.candidates = candidates;
  if (now && input) {
    const base = version === null || row.id === undefined ? undefined : known.earlier.get(`${row.id}.${version}`);
    detail.changes = cellChanges(Object.keys(texts), now, { ...input } as Snapshot, base);
  }
  return { kind: kindOf(client, detail), recordId: client?.id ?? null, version, detail };
}

/** A checked row as the verbs take a client, cut to some of its fields where they are named. */
function inputOf(cells: RowCells, step: ImportStep, base?: Snapshot) {
  const texts = clientTexts(cells, step.mapping, true);
  const { input, problems } = parseClient(texts, base);
  if (!input) throw new DomainError('validation', { fields: Object.fromEntries(problems.map(({ field, rule }) => [field, [{ rule }]])) });
  return step.action === 'create' ? input : Object.fromEntries(Object.entries(input).filter(([name]) => step.fields.includes(name)));
}

async function edit(tx: Tx, ctx: Ctx, before: ClientRow, step: ImportStep): Promise<number | undefined> {
  const after = applyClientInput(before, inputOf(step.cells, step, clientSnapshot(before)));
  const { change } = await changeClient(tx, ctx, before, after);
  return change && recordChange(tx, ctx, 'import.edit', [change]);
}

async function restore(tx: Tx, ctx: Ctx, id: number, step: ImportStep): Promise<number> {
  const binned = await findClient(tx, id);
  if (!binned || binned.deletedAt === null || binned.mergedInto !== null) throw new DomainError('changed_meanwhile');
  const operationId = await recordChange(tx, ctx, 'import.restore', [await moveClient(tx, ctx, binned, 'restore')]);
  await edit(tx, { ...ctx, groupId: ctx.groupId ?? operationId }, await loadClientItself(tx, id), step);
  return operationId;
}

/** Clients from a file. */
export const clientImport: EntityImport = {
  entity: 'client',
  permission: 'client.write',
  required: [['last_name', 'full_name', 'company']],
  keysOf: ({ fields }, { matchBy }) => {
    const row = clientKeys({ fields });
    const named = matchBy.filter((name) => row[name as keyof ClientKeys] !== undefined);
    return named.map((name) => `${name}:${row[name as keyof ClientKeys]}`);
  },
  planner: async (tx, records, options) => {
    const known = await lookUp(tx, records, options);
    return (record) => verdictOf(record, known, options);
  },
  apply: async (tx, ctx, step) => {
    if (step.recordId === null) {
      const { change } = await makeClient(tx, ctx, inputOf(step.cells, step));
      return recordChange(tx, ctx, 'import.create', [change]);
    }
    if (step.action === 'restore') return restore(tx, ctx, step.recordId, step);
    return edit(tx, ctx, await loadClientItself(tx, step.recordId), step);
  },
};
