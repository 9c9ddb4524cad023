import { type Condition, dropped } from './condition';
import { type ListUrl, listHref } from './list-url';
import type { WayOut } from './nothing-found';

/** Conditions that are tried out at most: each is a count of its own. */
const maxTried = 5;

/** For a list without rows: each condition left out alone, with what there would be then, most first. */
export async function findWaysOut(
  url: ListUrl<unknown, string>,
  conditions: readonly Condition[],
  searchName: string,
  count: (params: Record<string, string | undefined>) => Promise<number | undefined>,
): Promise<WayOut[]> {
  const search = url.params.q ? [{ fields: ['q'], label: searchName, value: url.params.q }] : [];
  const ways = [...search, ...conditions].slice(0, maxTried).map(async ({ fields, label, value }) => ({
    name: label ?? value,
    href: listHref(url, dropped(fields)),
    count: await count({ ...url.params, ...dropped(fields) }),
  }));
  return (await Promise.all(ways)).sort((a, b) => (b.count ?? Number.MAX_VALUE) - (a.count ?? Number.MAX_VALUE));
}
