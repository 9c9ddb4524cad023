import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import pg from 'pg';
import { type Archive, BackupError, nameStamp } from './backup';
import { MissingProgram, runOn } from './postgres-programs';

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The same server, another database. */
function databaseOn(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

/** Room for a suffix within the 63 bytes of a name. */
function shortName(url: string): string {
  return nameOf(url).slice(0, 30);
}

/** A connection to the server that stands in the way of no renaming. */
async function withServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseOn(url, nameOf(url) === 'postgres' ? 'template1' : 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function databaseExists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rows.length > 0;
}

async function refuseOpen(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
    [name],
  );
  if (Number(rows[0]?.n) > 0) throw new BackupError('Another program has the database open: stop it first.');
}

/** A lock that lives as long as whoever unpacks: without it a scratch database belongs to nobody. */
const owned = 'pg_try_advisory_lock(7264004, hashtext($1)) AS free';

async function dropLeftOvers(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { datname } of rows) {
    const found = await client.query<{ free: boolean }>(`SELECT ${owned}`, [datname]);
    if (found.rows[0]?.free) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`);
  }
}

async function createScratch(client: pg.Client, url: string): Promise<string> {
  const prefix = `${shortName(url)}_trial_`;
  await dropLeftOvers(client, prefix);
  const scratch = `${prefix}${randomBytes(6).toString('hex')}`;
  await client.query(`SELECT ${owned}`, [scratch]);
  const { rows } = await client.query<{ collate: string; ctype: string }>(
    'SELECT datcollate AS collate, datctype AS ctype FROM pg_database WHERE datname = $1',
    [nameOf(url)],
  );
  const { collate, ctype } = rows[0] ?? { collate: 'C.UTF-8', ctype: 'C.UTF-8' };
  await client.query(
    `CREATE DATABASE ${client.escapeIdentifier(scratch)} TEMPLATE template0 ENCODING 'UTF8'
     LC_COLLATE ${client.escapeLiteral(collate)} LC_CTYPE ${client.escapeLiteral(ctype)}`,
  );
  return scratch;
}

/** Both renamings in one transaction: after a power cut the name belongs to either. */
async function place(client: pg.Client, scratch: string, target: string): Promise<string | null> {
  const replaced = `${target.slice(0, 30)}_replaced_${nameStamp()}`;
  const known = await databaseExists(client, target);
  await refuseOpen(client, target);
  const rename = (from: string, to: string) =>
    client.query(`ALTER DATABASE ${client.escapeIdentifier(from)} RENAME TO ${client.escapeIdentifier(to)}`);
  await client.query('BEGIN');
  try {
    if (known) await rename(target, replaced);
    await rename(scratch, target);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    // object_in_use: somebody came in between.
    if (error instanceof Error && 'code' in error && error.code === '55006')
      throw new BackupError('Another program has the database open: stop it first.');
    throw error;
  }
  return known ? replaced : null;
}

/** PostgreSQL: a backup is an archive of `pg_dump -Fc`; trying it out means `pg_restore` into a scratch database. */
export function postgresArchive(url: string): Archive {
  const unpack: Archive['unpack'] = (file, work) =>
    withServer(url, async (client) => {
      const scratch = await createScratch(client, url);
      const trial = databaseOn(url, scratch);
      try {
        await runOn('pg_restore', trial, ['--exit-on-error', '--no-owner', '--no-privileges', '--jobs=2', file]).catch((error: Error) => {
          throw error instanceof MissingProgram ? error : new BackupError(`${file} is damaged: ${error.message}`);
        });
        return await work({ url: trial, place: () => place(client, scratch, nameOf(url)) });
      } finally {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(scratch)} WITH (FORCE)`);
      }
    });
  return {
    refuseForeign: async (file) => {
      const handle = openSync(file, 'r');
      const start = Buffer.alloc(5);
      readSync(handle, start, 0, 5, 0);
      closeSync(handle);
      if (start.toString('latin1') !== 'PGDMP') throw new BackupError(`${file} is no backup of this program for PostgreSQL.`);
    },
    refuseOpen: () => withServer(url, (client) => refuseOpen(client, nameOf(url))),
    dump: (file) => runOn('pg_dump', url, ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`]),
    tryDump: (file, work) => unpack(file, (trial) => work(trial.url)),
    unpack,
  };
}
