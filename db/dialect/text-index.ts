import { type SQL, sql } from 'drizzle-orm';
import { likePattern } from './like';
import { dialect } from './name';

export type TextEntity = 'client' | 'order';

/** Trigrams of a needle looked up at most: the text itself is compared afterwards, so some will do. */
const maxTrigrams = 24;

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/**
 * What an FTS5 index without positions is asked for a needle: all its trigrams, https://sqlite.org/fts5.html#the_trigram_tokenizer.
 * A shorter needle begins some of the trigrams that occur – every text ends with two line ends – and any of those will do.
 */
function matchOf(entity: TextEntity, needle: string): SQL {
  const letters = Array.from(needle);
  if (letters.length < 3) {
    const terms = sql.raw(`${entity}_terms`);
    return sql`coalesce((select group_concat('"' || replace(term, '"', '""') || '"', ' OR ') from ${terms}
      where term >= ${needle} and term < ${`${needle}\u{10FFFF}`}), '""')`;
  }
  const trigrams = new Set(letters.slice(0, -2).map((_, at) => letters.slice(at, at + 3).join('')));
  const step = Math.ceil(trigrams.size / maxTrigrams);
  const asked = [...trigrams].filter((_, at) => at % step === 0);
  return sql`${asked.map(quoted).join(' AND ')}`;
}

/** The newest texts that are asked whether needles are common. */
const sampled = 20_000;

/**
 * How many texts hold all of these needles, guessed from the newest ones. PostgreSQL alone needs the guess: it gathers every
 * row that a trigram index names before a limit counts, which for a common word is longer than reading the newest rows.
 * SQLite's index gives rows one by one, so there it is not asked (undefined); nor of few texts.
 */
export function heldAbout(entity: TextEntity, needles: readonly string[]): SQL<number> | undefined {
  if (dialect !== 'postgres') return undefined;
  const [texts, key] = [`${entity}_texts`, `${entity}_id`].map((name) => sql.raw(name));
  const last = sql`(select max(${key}) from ${texts})`;
  const found = sql`(select count(*) from ${texts} t where t.${key} > ${last} - ${sampled} and ${heldBy(needles)})`;
  return sql<number>`case when ${last} > ${2 * sampled} then ${found} * ${last} / ${sampled} else 0 end`.mapWith(Number);
}

function heldBy(needles: readonly string[]): SQL {
  return sql.join(
    needles.map((needle) => sql`t.text like ${likePattern(needle)} escape '\\'`),
    sql` and `,
  );
}

/** Which texts hold all of these normalised needles: a FROM clause, the record's id in it, and the condition. Exact on both engines. */
export function textsHolding(entity: TextEntity, needles: readonly string[]): { from: SQL; id: SQL<number>; where: SQL } {
  const [texts, key, index] = [`${entity}_texts`, `${entity}_id`, `${entity}_index`].map((name) => sql.raw(name));
  const held = heldBy(needles);
  const id = sql<number>`t.${key}`.mapWith(Number);
  if (dialect === 'postgres') return { from: sql`${texts} t`, id, where: held };
  const asked = sql.join(
    needles.map((needle) => sql`'(' || ${matchOf(entity, needle)} || ')'`),
    sql` || ' AND ' || `,
  );
  // CROSS JOIN: the index comes first, and rows arrive one by one, so that a limit ends the work.
  return { from: sql`${index} cross join ${texts} t on t.${key} = ${index}.rowid`, id, where: sql`${index} match ${asked} and ${held}` };
}
