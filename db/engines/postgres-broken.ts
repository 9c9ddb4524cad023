import { type SQL, sql } from 'drizzle-orm';
import type { drizzle } from 'drizzle-orm/node-postgres';
import type { Tx } from './engine';

const unchecked = sql`select format('constraint %s was never checked', conname) as problem from pg_constraint where not convalidated
  union all select format('index %s is invalid', indexrelid::regclass) from pg_index where not indisvalid`;

/** For each reference of one column, the query that counts rows without their parent. */
const references = sql`select conname as name, format(
    'select count(*) as n from %s c left join %s p on p.%I = c.%I where c.%I is not null and p.%I is null',
    conrelid::regclass, confrelid::regclass, parent.attname, child.attname, child.attname, parent.attname) as orphans
  from pg_constraint
  join pg_attribute child on child.attrelid = conrelid and child.attnum = conkey[1]
  join pg_attribute parent on parent.attrelid = confrelid and parent.attnum = confkey[1]
  where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`;

/** What PostgreSQL has noted as unchecked, and references whose triggers were switched off while rows were changed. */
export async function brokenInPostgres(tx: Tx): Promise<string[]> {
  const rows = async <R>(query: SQL) => (await (tx as unknown as ReturnType<typeof drizzle>).execute(query)).rows as R[];
  const problems = (await rows<{ problem: string }>(unchecked)).map(({ problem }) => problem);
  for (const { name, orphans } of await rows<{ name: string; orphans: string }>(references)) {
    const [found] = await rows<{ n: string }>(sql.raw(orphans));
    if (Number(found?.n) > 0) problems.push(`${found?.n} rows refer to missing ones (${name})`);
  }
  return problems;
}
