import { getTranslations } from 'next-intl/server';
import type { Condition } from './condition';
import type { ListUrl } from './list-url';
import { NothingFound } from './nothing-found';
import { findWaysOut } from './ways-out';

/** Counted at most for a way out. */
const enough = 999;

interface NoMatchProps {
  title: string;
  url: ListUrl<unknown, string>;
  conditions: readonly Condition[];
  whole: string;
  /** How many there are at an address; undefined when more than `most`. */
  count: (params: Record<string, string | undefined>, most: number) => Promise<number | undefined>;
}

/** A list in which no row fits: what was tried, and what dropping each condition would bring. */
export async function NoMatch({ title, url, conditions, whole, count }: NoMatchProps) {
  const t = await getTranslations('lists');
  const waysOut = await findWaysOut(url, conditions, t('searchWord'), (params) => count(params, enough));
  const tried = conditions.map(({ label, value }) => (label ? `${label}: ${value}` : value));
  return <NothingFound title={title} search={url.params.q} tried={tried} waysOut={waysOut} whole={whole} />;
}
