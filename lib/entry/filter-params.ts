import { z } from 'zod';
import { formatMinor } from '@/lib/domain/money';
import { formInput } from './form-values';

export type SearchParams = Record<string, string | string[] | undefined>;
export type FilterParams = Record<string, string | undefined>;

/** Names in addresses where they are shorter than in the API. */
const shortNames: Record<string, string> = { search: 'q', client_id: 'client', author_id: 'author' };

export function paramOf(field: string): string {
  return shortNames[field] ?? field;
}

/** The field that a name in an address is of. */
export function fieldOf(param: string): string {
  return Object.keys(shortNames).find((field) => shortNames[field] === param) ?? param;
}

/** Several values of one name, repeated or with commas between them. */
function textsOf(given: string | string[] | undefined): string[] {
  return [given ?? []].flat().flatMap((text) => text.split(','));
}

function readField(field: z.ZodType, name: string, given: string | string[] | undefined): unknown {
  const [text] = [given].flat();
  if (text === undefined || text === '') return undefined;
  const { [name]: single } = formInput(z.object({ [name]: field }), [[name, text.slice(0, 1000)]]);
  const one = field.safeParse(single);
  if (one.success && !Array.isArray(given)) return one.data;
  const several = field.safeParse([...new Set(textsOf(given))]);
  return several.success ? several.data : one.success ? one.data : undefined;
}

function writeField(name: string, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'boolean') return value ? '1' : '0';
  return /^(order_)?sum_/.test(name) ? formatMinor(Number(value)) : String(value);
}

/**
 * The filter that an address names, by the fields of its schema, and the address's parameters again in one spelling.
 * What makes no sense is left out: an address is no form that could be corrected.
 */
export function readFilter<S extends Record<string, z.ZodType>>(
  fields: S,
  given: SearchParams,
): { filter: { [K in keyof S]?: z.output<S[K]> }; params: FilterParams } {
  const filter: { [K in keyof S]?: z.output<S[K]> } = {};
  const params: FilterParams = {};
  for (const [name, field] of Object.entries(fields) as [keyof S & string, S[keyof S]][]) {
    const value = readField(field, name, given[paramOf(name)]) as z.output<S[keyof S]> | undefined;
    if (value === undefined || value === '') continue;
    filter[name] = value;
    params[paramOf(name)] = writeField(name, value);
  }
  return { filter, params };
}
