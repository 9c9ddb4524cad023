import { hrefWith } from '@/components/data-table/list-url';
import type { ExportEntity } from '@/lib/domain/exports/schema';
import type { FilterParams } from '@/lib/entry/filter-params';

/** The formats of the menu in its order: how each is asked for. */
export const downloadChoices = [
  { name: 'xlsx', params: { format: 'xlsx' } },
  { name: 'csv', params: { format: 'csv' } },
  { name: 'rfc4180', params: { format: 'csv', preset: 'rfc4180' } },
  { name: 'json', params: { format: 'json' } },
] as const;
export type DownloadChoice = (typeof downloadChoices)[number];

/** What only clients, and only entries, can be written as. */
export const cardChoice = { name: 'vcf', params: { format: 'vcf' } } as const;
export const journalChoices = [downloadChoices[0], { name: 'hledger', params: { format: 'hledger' } }] as const;
export type AnyChoice = DownloadChoice | typeof cardChoice | (typeof journalChoices)[number];

/** A list as it is downloaded. */
export interface DownloadOf {
  /** Filter and sorting as they stand in the list's address; what was meant in place of what was typed. */
  params: FilterParams;
  /** Of the file's words. */
  lang: string;
  /** Those on the screen. */
  columns: readonly string[];
}

/** The columns that a list shows. */
export function shownColumns(columns: readonly { name: string; shown: boolean }[]): string[] {
  return columns.filter(({ shown }) => shown).map(({ name }) => name);
}

/** How a list is shown, as parameters: for what is chosen in it. */
export function shownQuery(sort: string | undefined, columns: readonly string[], lang: string): string {
  return hrefWith('', { sort, columns: columns.join(','), lang }).slice(1);
}

/** The address of a download; without columns it has all of them. */
export function downloadHref(
  entity: ExportEntity,
  { params }: Pick<AnyChoice, 'params'>,
  { columns, lang, params: found }: DownloadOf,
): string {
  const { view: _view, ...filter } = found;
  return hrefWith(`/api/exports/${entity}/`, { ...params, ...filter, columns: columns.join(',') || undefined, lang });
}
