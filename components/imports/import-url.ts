import { hrefWith, singleParams } from '@/components/data-table/list-url';
import { type ImportEntity, importEntities, type RowKind } from '@/lib/domain/imports/schema';
import type { SearchParams } from '@/lib/entry/filter-params';

export const importSteps = ['file', 'columns', 'check', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** The list that an entity's records stand in. */
export const listOf: Record<ImportEntity, string> = { client: '/clients', order: '/orders', product: '/products', payment: '/orders' };

/** An entity of an address; clients, when it names none. */
export function entityIn(text: unknown): ImportEntity {
  return importEntities.find((entity) => entity === text) ?? 'client';
}

/** Where an import in this state is gone on with. */
export function stepOf(state: string): ImportStep {
  if (state === 'uploaded') return 'columns';
  return state === 'checking' || state === 'checked' ? 'check' : 'done';
}

export function importHref(id: number, step: ImportStep): string {
  return `/imports/${id}/${step}`;
}

/** The groups of checked rows that a reader looks at, and the kinds in each. */
export const checkTabs = {
  review: ['new', 'changed', 'conflict', 'binned', 'duplicate', 'error'],
  changed: ['changed', 'conflict'],
  new: ['new'],
  error: ['error'],
  duplicate: ['duplicate'],
  same: ['same'],
} as const satisfies Record<string, readonly RowKind[]>;
export type CheckTab = keyof typeof checkTabs;

/** Rows of a page. */
export const checkPage = 50;

export interface CheckUrl {
  path: string;
  tab: CheckTab;
  /** Whether only records are shown that both sides have changed. */
  conflicts: boolean;
  /** The row of the file after which the page begins. */
  after: number;
  /** Where the pages before it began: rows are walked forwards only. */
  passed: number[];
}

/** Pages that the way back is remembered for. */
const remembered = 60;

export function readCheckUrl(id: number, given: SearchParams): CheckUrl {
  const { tab, only, after, passed } = singleParams(given);
  const known = (Object.keys(checkTabs) as CheckTab[]).find((name) => name === tab);
  return {
    path: importHref(id, 'check'),
    tab: known ?? 'review',
    conflicts: only === 'conflict',
    after: /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0,
    passed: /^\d{1,9}(\.\d{1,9})*$/.test(passed ?? '') ? (passed ?? '').split('.').map(Number) : [],
  };
}

/** Another group of rows, from its beginning; or another place of the same group. */
export function checkHref({ path }: Pick<CheckUrl, 'path'>, { tab, conflicts, after, passed }: Partial<CheckUrl>): string {
  return hrefWith(path, {
    tab: tab === 'review' ? undefined : tab,
    only: conflicts ? 'conflict' : undefined,
    after: after ? String(after) : undefined,
    passed: passed && passed.length > 0 ? passed.slice(-remembered).join('.') : undefined,
  });
}

/** The page before this one and, when there are more rows than one page shows, the one after it. */
export function checkSteps(url: CheckUrl, last: number | undefined): { previous: string | undefined; next: string | undefined } {
  const before = url.passed.at(-1);
  return {
    previous: before === undefined ? undefined : checkHref(url, { ...url, after: before, passed: url.passed.slice(0, -1) }),
    next: last === undefined ? undefined : checkHref(url, { ...url, after: last, passed: [...url.passed, url.after] }),
  };
}
