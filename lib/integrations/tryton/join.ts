import { z } from 'zod';
import type { Exchanged } from '@/lib/domain/exchange/schema';
import { callSecret } from '@/lib/domain/exchange/take-call';
import type { Work } from '../provider';
import { Fault, type Peer, type PeerPage } from '../sync/peer';
import { twoWay } from '../sync/two-way';
import { checkTryton } from './check';
import { fitToTryton } from './map';
import { type Model, unitsOf } from './model';
import { openParties } from './parties';
import { openProducts, readStock } from './products';
import { openSales, readVocabulary } from './sales';
import { beginTalk } from './talk';
import { type TrytonSettings, trytonForm, trytonSettings } from './types';

/** Records a page. */
const pageSize = 50;

/** Read a second time before a cursor, ms: transactions there may end late, and clocks be wrong. */
const overlapMs = 3 * 60_000;

/** Where a walk over records is: since when it looks, and the last id read. */
interface Walk {
  since: number;
  /** When the walk began: the next one looks from there. */
  until?: number;
  after?: number;
}

/** Makes contact with a Tryton. */
async function join(work: Work<TrytonSettings>): Promise<Peer> {
  const talk = await beginTalk(work);
  const { mapping = {}, login } = work.connection.settings;
  const units = await unitsOf(talk);
  const models: Record<Exchanged, Model> = {
    client: openParties(talk),
    product: openProducts(talk, units),
    order: openSales(talk, units, mapping),
  };
  const clock = () => work.now().getTime() + talk.skewMs;

  async function page(entity: Exchanged, walk: Walk, since?: number): Promise<PeerPage> {
    const until = walk.until ?? clock();
    const records = await models[entity].search({ after: walk.after ?? 0, since, limit: pageSize });
    const more = records.length === pageSize;
    const next: Walk = more ? { ...walk, until, after: Number(records.at(-1)?.id) } : { since: until };
    return { records, cursor: JSON.stringify(next), more };
  }

  return {
    entities: ['client', 'product', 'order'],
    pageSize,
    fit: (entity, values) => fitToTryton(entity, values, units),
    list: (entity, cursor) => page(entity, cursor === undefined ? { since: 0 } : (JSON.parse(cursor) as Walk)),
    changed: (entity, cursor, again) => {
      const walk = JSON.parse(cursor) as Walk;
      const from = again ? { since: walk.since - overlapMs } : walk;
      return page(entity, from, from.since);
    },
    // Its clock is read from an answer, so there must be one.
    present: async () => {
      await talk.call('ir.model.search_count', [[['model', '=', 'party.party']]]);
      return JSON.stringify({ since: clock() } satisfies Walk);
    },
    read: (entity, ids) => models[entity].read(ids.map(Number)),
    find: async (entity, uid) => (await models[entity].search({ limit: 1, uid }))[0],
    alike: async (entity, { sku, mobile_phone, email, inn }) => {
      const contact = mobile_phone || email || inn;
      if (entity === 'product' && typeof sku === 'string' && sku) return models.product.search({ limit: 2, sku });
      return entity === 'client' && typeof contact === 'string' ? models.client.search({ limit: 2, contact }) : [];
    },
    create: async (entity, values, uid) => {
      const [created] = await models[entity].read([await models[entity].create(values, uid)]);
      if (!created) throw new Fault('retry', { code: 'unreadable_answer' });
      return created;
    },
    update: async (entity, edit) => {
      await models[entity].update(edit);
      const [after] = await models[entity].read([Number(edit.before.id)]);
      if (!after) throw new Fault('retry', { code: 'changed_there' });
      return after;
    },
    stock: () => readStock(talk),
    vocabulary: () => readVocabulary(talk),
    check: () => checkTryton(talk, login),
  };
}

const called = z.object({ model: z.enum(['party.party', 'product.product', 'sale.sale']), id: z.int().positive() });
const entityOf = { 'party.party': 'client', 'product.product': 'product', 'sale.sale': 'order' } as const;

/** Tryton itself calls nobody; a trigger of its own may: `{"model": "sale.sale", "id": 12}`. */
function readHint(raw: string): { entity: Exchanged; id: string }[] {
  try {
    const { model, id } = called.parse(JSON.parse(raw));
    return [{ entity: entityOf[model], id: String(id) }];
  } catch {
    return [];
  }
}

/** Tryton, an ERP: parties, products and sales both ways, stock from there. */
export const tryton = twoWay<TrytonSettings>({
  kind: 'tryton',
  settings: trytonSettings,
  form: trytonForm,
  secrets: [
    { name: 'password', origin: 'given' },
    { name: callSecret, origin: 'made' },
  ],
  path: ({ id }) => `/api/hooks/in/${id}/`,
  join,
  // A party or product has a name and a product a unit; a sale has a party and lines.
  optional: {
    client: ['inn', 'mobile_phone', 'email', 'address'],
    product: ['sku', 'price'],
    order: ['status', 'description'],
  },
  readHint,
});
