import type { SearchParams } from '@/lib/entry/filter-params';

/** What Next gives a page. Written out, since a fresh checkout has no generated types. */
export interface ListPageProps {
  searchParams: Promise<SearchParams>;
}

export interface RecordPageProps extends ListPageProps {
  params: Promise<{ id: string }>;
}
