import { z } from 'zod';
import { fieldError } from '../domain/errors';
import { type ExportEntity, exportIds, exportLists } from '../domain/exports/schema';
import { idField, idOrNone, line } from '../domain/fields';
import type { SortedBy } from '../domain/list-page';
import { orderStatuses } from '../domain/orders/schema';
import { type Locale, locales } from '../i18n/locale';
import type { DownloadWish } from './download';
import { csvPresets, tableFormats } from './table';
import { exportKinds } from './tables/kinds';

function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Several values with commas between them. */
function several<T extends z.ZodType<unknown, string>>(one: T, most: number) {
  return z.string().max(4000).transform(words).pipe(z.array(one).min(1).max(most));
}

const listed = z
  .string()
  .regex(/^[1-9]\d{0,14}(,[1-9]\d{0,14})*$/, 'order_numbers')
  .transform((text) => text.split(',').map(Number));

const common = {
  format: z.enum(tableFormats).optional().meta({ description: 'csv unless named' }),
  preset: z.enum(csvPresets).optional().meta({ description: 'excel unless named: of CSV, as a Russian Excel or as machines read it' }),
  columns: several(z.string().max(40), 60).optional().meta({ description: 'Names with commas between them; all unless named' }),
  sort: line(200)
    .optional()
    .meta({ description: 'Names with commas between them, a minus before one that descends', examples: ['status,-created_at'] }),
  ids: listed.pipe(exportIds).optional().meta({ description: 'Only these records, whatever the filter says' }),
  lang: z.enum(locales).optional().meta({ description: 'Language of headings and words; else the one that Accept-Language prefers' }),
  ticket: z.string().min(16).max(64).optional().meta({ description: 'A random text by which the download can be followed and stopped' }),
};

/** Names that addresses of pages have for fields of filters. */
const shortNames = { q: 'search', client: 'client_id', author: 'author_id' } as const;

const status = several(z.enum(orderStatuses), orderStatuses.length).optional();
const ofStatuses = ['status', 'class_status', 'order_status'];

function inputOf<F extends z.ZodRawShape>(fields: F, short: z.ZodRawShape) {
  const listed = ofStatuses.filter((name) => name in fields).map((name) => [name, status]);
  return z.object({ ...fields, ...Object.fromEntries(listed), ...short, ...common });
}

const search = { q: line(200).optional().meta({ description: 'Same as search' }) };
const author = { author: idOrNone.optional().meta({ description: 'Same as author_id' }) };
const client = { client: idField.optional().meta({ description: 'Same as client_id' }) };

/** What each download takes: the fields of its list's filter by their names in the API or in addresses, and how it is written. */
export const downloadInputs: Record<ExportEntity, z.ZodObject> = {
  orders: inputOf(exportLists.orders.fields, { ...search, ...client, ...author }),
  'order-lines': inputOf(exportLists['order-lines'].fields, { ...search, ...client, ...author }),
  clients: inputOf(exportLists.clients.fields, { ...search, ...author }),
  products: inputOf(exportLists.products.fields, search),
  history: inputOf(exportLists.history.fields, {}),
};

function sortingOf(entity: ExportEntity, text: string | undefined): SortedBy<string> {
  const { sorts, own } = exportLists[entity];
  const known: readonly string[] = sorts;
  const [first, ...further] = words(text ?? '').map((word) => ({ sort: word.replace(/^-/, ''), descending: word.startsWith('-') }));
  if (!first) return own;
  const unknown = [first, ...further].some(({ sort }) => !known.includes(sort));
  if (unknown) throw fieldError('sort', 'one_of', { allowed: known.join(', ') });
  return { ...first, further };
}

/** A checked input as what is downloaded. Throws `validation`. */
export function downloadWish(entity: ExportEntity, input: Record<string, unknown>, locale: Locale): DownloadWish {
  const { format, preset, columns, sort, ids, lang, ticket, ...given } = input as z.output<z.ZodObject<typeof common>> &
    Record<string, unknown>;
  const filter = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [shortNames[name as keyof typeof shortNames] ?? name, value]),
  );
  const names = exportKinds[entity].names;
  if (columns?.some((name: string) => !names.includes(name))) throw fieldError('columns', 'one_of', { allowed: names.join(', ') });
  return {
    entity,
    wish: { filter, sorting: sortingOf(entity, sort), ids },
    columns,
    format: format ?? 'csv',
    preset: preset ?? 'excel',
    locale: lang ?? locale,
    ticket,
  };
}
