import { z } from 'zod';
import { readParty } from './map';
import { byIds, domainOf, firstId, ifUnchanged, type Model, parsed, rowsOf } from './model';
import type { Talk, Value } from './talk';
import { fieldsOf, type Party, party } from './types';
import { partyValues } from './write-values';

/** Parties as they stand there. */
export function partyRows(talk: Talk, domain: Value[], limit: number | null = null): Promise<Party[]> {
  return rowsOf(talk, 'party.party', party, fieldsOf.party, domain, limit);
}

/** The companies that the books are kept of: they are parties too, but no clients. */
function ownParties(talk: Talk): Promise<number[]> {
  return talk.once('own', async () => {
    const rows = parsed(z.object({ party: z.int() }), await talk.call('company.company.search_read', [[], 0, null, null, ['party']]));
    return rows.map((row) => row.party);
  });
}

/** Clients are parties. */
export function openParties(talk: Talk): Model {
  return {
    search: async (search) => {
      const domain = domainOf(search, ['contact_mechanisms.', 'identifiers.', 'addresses.'], 'identifiers.code');
      const rows = await partyRows(talk, [...domain, ['id', 'not in', await ownParties(talk)]], search.limit);
      return rows.map((row) => readParty(row, talk.skewMs));
    },
    read: async (ids) => (await partyRows(talk, byIds(ids))).map((row) => readParty(row, talk.skewMs)),
    create: async (values, uid) => firstId(await talk.call('party.party.create', [[partyValues(values, undefined, uid)]])),
    update: async ({ before, patch }) => {
      const [known] = await partyRows(talk, byIds([Number(before.id)]));
      const stamps = ifUnchanged({ [`party.party,${before.id}`]: before.version });
      await talk.call('party.party.write', [[Number(before.id)], partyValues(patch, known)], stamps);
    },
  };
}
