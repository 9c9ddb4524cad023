import { z } from 'zod';
import type { Shared } from '@/lib/domain/exchange/schema';
import { type Edit, Fault, type Remote } from '../sync/peer';
import type { Talk, Value } from './talk';
import { type Uom, uom } from './types';

/** What is looked for. */
export interface Search {
  limit: number;
  after?: number;
  /** Changed since (epoch ms by its clock). */
  since?: number;
  /** Made under a key of ours. */
  uid?: string;
  /** With a telephone, an e-mail or an INN. */
  contact?: string;
  sku?: string;
}

/** One kind of record there. */
export interface Model {
  search: (search: Search) => Promise<Remote[]>;
  read: (ids: readonly number[]) => Promise<Remote[]>;
  create: (values: Shared, uid: string) => Promise<number>;
  update: (edit: Edit) => Promise<void>;
}

/** Archived records count as well. */
export const archivedToo = { active_test: false };

/** A write that is refused when somebody has written since: model and id to what was read. */
export function ifUnchanged(stamps: Record<string, string>): Record<string, Value> {
  return { ...archivedToo, _timestamp: stamps };
}

function momentOf(ms: number): Value {
  const at = new Date(ms);
  return {
    __class__: 'datetime',
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    microsecond: at.getUTCMilliseconds() * 1000,
  };
}

/** A record that was never edited has no time of it, so the time of its making counts too; and those of its parts. */
export function domainOf({ after, since, uid, contact, sku }: Search, parts: readonly string[], uidField: string): Value[] {
  const domain: Value[] = [];
  if (after !== undefined) domain.push(['id', '>', after]);
  if (since !== undefined) {
    const times = ['', ...parts].flatMap((part) => [`${part}create_date`, `${part}write_date`]);
    domain.push(['OR', ...times.map((field): Value => [field, '>=', momentOf(since)])]);
  }
  if (uid !== undefined) domain.push([uidField, 'like', `%${uid}`]);
  if (contact !== undefined) domain.push(['OR', ['contact_mechanisms.value', '=', contact], ['identifiers.code', '=', contact]]);
  if (sku !== undefined) domain.push(['code', '=', sku]);
  return domain;
}

export const byIds = (ids: readonly number[]): Value[] => [['id', 'in', [...ids]]];

/** Rows of an answer by their shape. */
export function parsed<S extends z.ZodType>(shape: S, rows: unknown): z.output<S>[] {
  const result = shape.array().safeParse(rows);
  if (!result.success) throw new Fault('retry', { code: 'unreadable_answer' });
  return result.data;
}

/** The id that a creation or a search answered. */
export function firstId(result: unknown): number {
  const [id] = parsed(z.int(), result);
  if (id === undefined) throw new Fault('retry', { code: 'unreadable_answer' });
  return id;
}

/** Rows of a model, archived ones too, by id. */
export async function rowsOf<S extends z.ZodType>(
  { call }: Talk,
  model: string,
  shape: S,
  fields: readonly string[],
  domain: Value[],
  limit: number | null = null,
): Promise<z.output<S>[]> {
  return parsed(shape, await call(`${model}.search_read`, [domain, 0, limit, [['id', 'ASC']], [...fields]], archivedToo));
}

/** The units of measure, read once in a session. */
export function unitsOf(talk: Talk): Promise<Uom[]> {
  return talk.once('units', async () =>
    parsed(uom, await talk.call('product.uom.search_read', [[], 0, null, null, ['name', 'symbol', 'digits']])),
  );
}
