import { alternativeSearches } from '@/lib/search/alternatives';

interface Found {
  rows: readonly unknown[];
  /** Rows before them. */
  passed: number;
}

/** Runs a search, and when nothing is found, what else may have been meant by it; `shownFor` says what was. */
export async function forgivingSearch<F extends Found>(
  search: string | undefined,
  run: (search: string | undefined) => Promise<F>,
): Promise<F & { shownFor: string | undefined }> {
  const found = await run(search);
  if (!search || found.rows.length > 0 || found.passed > 0) return { ...found, shownFor: undefined };
  for (const meant of alternativeSearches(search)) {
    const other = await run(meant);
    if (other.rows.length > 0) return { ...other, shownFor: meant };
  }
  return { ...found, shownFor: undefined };
}
