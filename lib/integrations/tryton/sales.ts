import { z } from 'zod';
import type { Shared, Vocabulary } from '@/lib/domain/exchange/schema';
import { recordsIn } from '@/lib/domain/journal/fields';
import { Fault } from '../sync/peer';
import { readSale, stateFor, statusOf } from './map';
import { archivedToo, byIds, domainOf, firstId, ifUnchanged, type Model, parsed, rowsOf } from './model';
import { partyRows } from './parties';
import { productRows } from './products';
import type { Talk, Value } from './talk';
import { fieldsOf, type Sale, type SyncMapping, sale, saleButtons, text, type Uom } from './types';
import { lineValues, type SoldIn } from './write-values';

/** Orders are sales of the user's company. */
export function openSales(talk: Talk, units: readonly Uom[], mapping: SyncMapping): Model {
  const company = Number(talk.context.company ?? 0);
  const rows = (domain: Value[], limit: number | null = null) => rowsOf(talk, 'sale.sale', sale, fieldsOf.sale, domain, limit);

  async function soldIn({ items }: Shared): Promise<Map<string, SoldIn>> {
    const ids = recordsIn(items).flatMap(({ ref }) => (typeof ref === 'string' ? Number(ref) : []));
    const found = ids.length === 0 ? [] : await productRows(talk, byIds(ids));
    return new Map(found.map(({ id, default_uom }) => [String(id), { id, unit: units.find((unit) => unit.id === default_uom) }]));
  }

  /** The fields of a sale for a patch; a new one has no `before`. */
  async function valuesOf(patch: Shared, before?: Sale): Promise<Record<string, Value>> {
    const values: Record<string, Value> = {};
    if ('client' in patch) {
      if (!patch.client) throw new Fault('dead', { code: 'refused_here', values: { rule: 'unknown_client' } });
      const [party] = await partyRows(talk, byIds([Number(patch.client)]));
      const address = party?.['addresses.'][0]?.id ?? null;
      Object.assign(values, { party: Number(patch.client), invoice_address: address, shipment_address: address });
    }
    if ('description' in patch) values.comment = String(patch.description ?? '');
    if ('items' in patch) values.lines = lineValues(patch, before, await soldIn(patch));
    return values;
  }

  /** Presses the buttons that lead from one state to another; Tryton ignores a button that does not apply, so it is looked afterwards. */
  async function bring(id: number, from: string, to: string): Promise<void> {
    if (from === to) return;
    const refused = (state: string) => new Fault('dead', { code: 'rejected_because', values: { message: `${state} → ${to}` } });
    const buttons = saleButtons[from]?.[to];
    if (!buttons) throw refused(from);
    for (const button of buttons) await talk.call(`sale.sale.${button}`, [[id]]);
    const [after] = await rows(byIds([id]));
    if (after?.state !== to && after?.state !== 'processing') throw refused(after?.state ?? from);
  }

  function wanted(status: Shared[string]): string {
    const state = stateFor(String(status ?? ''), mapping);
    if (state === undefined) throw new Fault('dead', { code: 'unmapped', values: { field: 'status', name: String(status) } });
    return state;
  }

  return {
    search: async (search) => {
      const found = await rows([...domainOf(search, ['lines.'], 'reference'), ['company', '=', company]], search.limit);
      return found.map((row) => readSale(row, mapping, talk.skewMs));
    },
    read: async (ids) => (await rows(byIds(ids))).map((row) => readSale(row, mapping, talk.skewMs)),
    // It begins as a draft; another state is an edit that follows.
    create: async (values, uid) => {
      const shape = z.object({ currency: z.int() });
      const [own] = parsed(shape, await talk.call('company.company.read', [[company], ['currency']]));
      const fixed = { company, currency: own?.currency ?? null, reference: `№ ${String(values.number)} ${uid}` };
      return firstId(await talk.call('sale.sale.create', [[{ ...fixed, ...(await valuesOf(values)) }]]));
    },
    update: async ({ before, patch }) => {
      const id = Number(before.id);
      const [known] = await rows(byIds([id]));
      if (!known) throw new Fault('retry', { code: 'changed_there' });
      const values = await valuesOf(patch, known);
      const goal = 'status' in patch ? wanted(patch.status) : known.state;
      const stamps = ifUnchanged({ [`sale.sale,${id}`]: before.version });
      // What was offered to a client is not changed under his eyes: it becomes a draft for that.
      const isOpen = known.state === 'draft' || Object.keys(values).length === 0;
      await talk.call('sale.sale.write', [[id], isOpen ? values : {}], stamps);
      if (!isOpen) {
        await bring(id, known.state, 'draft');
        await talk.call('sale.sale.write', [[id], values], archivedToo);
      }
      await bring(id, isOpen ? known.state : 'draft', goal);
    },
  };
}

const states = z.object({ state: z.object({ selection: z.array(z.tuple([z.string(), z.string()])) }) });

const person = z.object({ id: z.int(), name: text, login: text });

/** Those who may sign in there; none where we may not see them. */
async function readUsers(talk: Talk): Promise<Vocabulary[string]> {
  try {
    const rows = parsed(person, await talk.call('res.user.search_read', [[], 0, null, [['name', 'ASC']], ['name', 'login']]));
    return rows.map(({ id, name, login }) => ({ id: String(id), name: name || login, login }));
  } catch (error) {
    if (error instanceof Fault && error.kind !== 'retry') return [];
    throw error;
  }
}

/** Its states of a sale and its users, as they are called there. */
export async function readVocabulary(talk: Talk): Promise<Vocabulary> {
  const { state } = states.parse(await talk.call('sale.sale.fields_get', [['state']]));
  const status = state.selection.map(([id, name]) => ({ id, name, ours: statusOf(id, {}) }));
  return { status, user: await readUsers(talk) };
}
