import type { Tx } from '@/db/engines/engine';
import { clientsByIds, clientsByKey, clientsByName } from '@/db/queries/client-keys';
import type { ClientRow } from '@/db/queries/clients';
import { normalise } from '@/lib/search/normalise';
import { formalName, fullName } from '../clients/client-name';
import { findMain } from '../clients/load-client';
import type { ClientInput } from '../clients/schema';
import { recordNumber } from './cell-text';
import { clientKeys, parseClient } from './client-values';
import type { CellProblem, RowCells } from './schema';

/** Whose an order is: somebody known, somebody to be made along with it, or nobody who can be told. */
export interface OrderClient {
  client?: ClientRow;
  fresh?: ClientInput;
  problem?: CellProblem;
}

const text = ({ fields }: RowCells, name: string) => fields[name]?.trim() ?? '';

/** Whether a record says anything about whose it is. */
export function saysClient(cells: RowCells): boolean {
  return ['client_id', 'client_name', 'client_email', 'client_phone'].some((name) => text(cells, name) !== '');
}

/** What a record tells about its client, under the names of a client's own fields. */
function keysOf(cells: RowCells) {
  const fields = { id: text(cells, 'client_id'), email: text(cells, 'client_email'), mobile_phone: text(cells, 'client_phone') };
  return { ...clientKeys({ fields }), name: normalise(text(cells, 'client_name')) };
}

/** A company by its legal form, quotes or digits; two or three plain words are a person. */
function freshClient(cells: RowCells): OrderClient {
  const name = text(cells, 'client_name');
  if (!name) return { problem: { field: 'client_name', rule: 'required' } };
  const words = name.split(/\s+/);
  const isPerson =
    (words.length === 2 || words.length === 3) &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)) &&
    !/^(ООО|АО|ОАО|ЗАО|ПАО|ИП|ТОО|LLC|Ltd|Inc)$/i.test(words[0] ?? '');
  const [last_name = '', first_name = '', middle_name] = words;
  const { input, problems } = parseClient({
    ...(isPerson ? { last_name, first_name, ...(middle_name ? { middle_name } : {}) } : { company: name }),
    ...(text(cells, 'client_email') ? { email: text(cells, 'client_email') } : {}),
    ...(text(cells, 'client_phone') ? { mobile_phone: text(cells, 'client_phone') } : {}),
  });
  const [problem] = problems;
  const columns: Record<string, string> = { email: 'client_email', mobile_phone: 'client_phone' };
  return problem ? { problem: { ...problem, field: columns[problem.field] ?? 'client_name' } } : { fresh: input };
}

/** Whether a client is the one that a file names so, in any of the spellings in use. */
export function isCalled(client: ClientRow, name: string): boolean {
  return [formalName(client), fullName(client), client.company].some((one) => one !== '' && normalise(one) === normalise(name));
}

/** Looks up the clients of a batch; what comes back tells whose one record is. */
export async function clientFinder(tx: Tx, records: readonly RowCells[]): Promise<(cells: RowCells) => OrderClient> {
  const wanted = records.filter(saysClient).map(keysOf);
  const unique = <T>(values: (T | undefined)[]) => [...new Set(values.filter((value): value is T => Boolean(value)))];
  const byId = new Map((await clientsByIds(tx, unique(wanted.map(({ id }) => id)))).map((client) => [client.id, client]));
  for (const [id, client] of byId) {
    const main = client.mergedInto === null ? client : await findMain(tx, id);
    if (main) byId.set(id, main);
  }
  const byEmail = await clientsByKey(tx, 'email', unique(wanted.map(({ email }) => email)));
  const byPhone = await clientsByKey(tx, 'mobile_phone', unique(wanted.map(({ mobile_phone }) => mobile_phone)));
  const ofEmail = (email: string | undefined) => byEmail.filter((client) => email !== undefined && client.emailKey === email);
  const ofPhone = (phone: string | undefined) => byPhone.filter((client) => phone !== undefined && client.mobilePhone === phone);
  // A name counts only where nothing better finds anybody.
  const nameless = wanted.filter(({ email, mobile_phone }) => ofEmail(email).length + ofPhone(mobile_phone).length === 0);
  const byName = await clientsByName(tx, unique(nameless.map(({ name }) => name)));

  return (cells) => {
    const { id, email, mobile_phone, name } = keysOf(cells);
    if (text(cells, 'client_id') !== '') {
      const client = id === undefined ? undefined : byId.get(id);
      if (client?.deletedAt === null) return { client };
      const rule = recordNumber(text(cells, 'client_id')) === undefined ? 'import_id' : 'import_unknown_client';
      return { problem: { field: 'client_id', rule, ...(id === undefined ? {} : { params: { id } }) } };
    }
    const named = (client: ClientRow) => !name || isCalled(client, name);
    const found = [ofEmail(email), ofPhone(mobile_phone), byName.filter((client) => name !== '' && isCalled(client, name))].find(
      (some) => some.length > 0,
    );
    if (!found) return freshClient(cells);
    const [only] = found.length === 1 ? found : found.filter(named).length === 1 ? found.filter(named) : [];
    return only ? { client: only } : { problem: { field: 'client_name', rule: 'import_client_several', params: { n: found.length } } };
  };
}
