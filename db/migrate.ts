import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type DialectName, dialectOf } from './dialect/name';
import { openSqlite, sqlitePath } from './engines/sqlite';
import { triggerNames, triggerStatements } from './triggers';

/** The database cannot be used by this program; the message says why in one sentence. */
export class MigrationError extends Error {
  readonly code = 'migration_error';
}

interface Migration {
  tag: string;
  hash: string;
  statements: string[];
}

interface Applied {
  tag: string;
  hash: string;
}

/** What a migration needs of a connection. */
interface Session {
  exec(statement: string): Promise<void>;
  rows<R>(statement: string): Promise<R[]>;
}

const ledger = `CREATE TABLE IF NOT EXISTS schema_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at text NOT NULL)`;

/** The migrations that drizzle-kit generated for an engine, oldest first. */
export function readMigrations(
  dialect: DialectName,
  root = resolve(/* turbopackIgnore: true */ process.cwd(), 'db/migrations'),
): Migration[] {
  const folder = join(root, dialect);
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] };
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const statements = text
      .split('--> statement-breakpoint')
      .map((part) => part.trim())
      .filter(Boolean);
    return { tag, hash: createHash('sha256').update(text).digest('hex'), statements };
  });
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.tag, migration]));
  for (const { tag, hash } of applied) {
    const migration = known.get(tag);
    if (!migration)
      throw new MigrationError(`The database was made by a newer version of the program (it has ${tag}): update the program.`);
    if (migration.hash !== hash) throw new MigrationError(`Migration ${tag} differs from the one this database was made with.`);
  }
  const done = new Set(applied.map(({ tag }) => tag));
  return migrations.filter(({ tag }) => !done.has(tag));
}

async function applyPending(session: Session, dialect: DialectName, migrations: Migration[]): Promise<string[]> {
  await session.exec(ledger);
  const pending = pendingOf(migrations, await session.rows<Applied>('SELECT tag, hash FROM schema_migrations'));
  for (const { tag, hash, statements } of pending) {
    for (const statement of statements) await session.exec(statement);
    await session.exec(`INSERT INTO schema_migrations VALUES ('${tag}', '${hash}', '${new Date().toISOString()}')`);
  }
  if (pending.length > 0) for (const statement of triggerStatements(dialect)) await session.exec(statement);
  return pending.map(({ tag }) => tag);
}

function refuseMissingTriggers(dialect: DialectName, present: string[]): void {
  const missing = triggerNames(dialect).filter((name) => !present.includes(name));
  if (missing.length > 0) throw new MigrationError(`The database has lost its triggers (${missing.join(', ')}): restore it from a backup.`);
}

let sqliteTurn: Promise<unknown> = Promise.resolve();

/** One after another within a process: SQLite waits for a lock by blocking, which would stop the one who holds it. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = sqliteTurn.then(work);
  sqliteTurn = result.catch(() => undefined);
  return result;
}

/**
 * SQLite: foreign keys are off before BEGIN (inside it the switch does nothing, and a table rebuild would
 * then cascade) and checked before COMMIT.
 */
async function migrateSqlite(url: string, migrations: Migration[]): Promise<string[]> {
  const connection = openSqlite(sqlitePath(url));
  const session: Session = {
    exec: async (statement) => void connection.exec(statement),
    rows: async <R>(statement: string) => connection.prepare(statement).all() as R[],
  };
  try {
    connection.pragma('foreign_keys = OFF');
    connection.exec('BEGIN IMMEDIATE');
    const applied = await applyPending(session, 'sqlite', migrations);
    const broken = applied.length > 0 ? await session.rows('PRAGMA foreign_key_check') : [];
    if (broken.length > 0) throw new MigrationError('A migration broke foreign keys; nothing was changed.');
    const triggers = await session.rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`);
    refuseMissingTriggers(
      'sqlite',
      triggers.map(({ name }) => name),
    );
    connection.exec('COMMIT');
    return applied;
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.close();
  }
}

/** Any number that no other program takes; the lock is per database. */
const advisoryLock = 7_264_001;

/** Polls: a blocking advisory lock would deadlock with CREATE INDEX CONCURRENTLY in another instance. */
async function withAdvisoryLock<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${advisoryLock}) AS locked`);
    if (rows[0]?.locked) break;
    if (Date.now() - started > 60_000) throw new MigrationError('Another instance has been migrating for a minute.');
    await new Promise((done) => setTimeout(done, 100));
  }
  try {
    return await work();
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${advisoryLock})`);
  }
}

/** Under LC_CTYPE C the trigrams of Cyrillic text are none, and nothing Russian would be found. */
async function refuseBlindLocale(session: Session): Promise<void> {
  const [row] = await session.rows<{ trigrams: string[] }>(`SELECT show_trgm('щщщ') AS trigrams`);
  if (!row?.trigrams.length) throw new MigrationError('The database cannot search Cyrillic text: create it with LOCALE C.UTF-8.');
}

async function migratePostgres(url: string, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  const session: Session = {
    exec: async (statement) => void (await client.query(statement)),
    rows: async <R>(statement: string) => (await client.query(statement)).rows as R[],
  };
  await client.connect();
  try {
    return await withAdvisoryLock(client, async () => {
      await client.query('BEGIN');
      try {
        const applied = await applyPending(session, 'postgres', migrations);
        await refuseBlindLocale(session);
        const triggers = await session.rows<{ name: string }>(
          `SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
           WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace`,
        );
        refuseMissingTriggers(
          'postgres',
          triggers.map(({ name }) => name),
        );
        await client.query('COMMIT');
        return applied;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    });
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to the schema of this program, atomically, and returns what was applied.
 * Throws `MigrationError` when the database is newer than the program or has lost its triggers.
 */
export async function migrate(url: string, migrations = readMigrations(dialectOf(url))): Promise<string[]> {
  return dialectOf(url) === 'postgres' ? migratePostgres(url, migrations) : inTurn(() => migrateSqlite(url, migrations));
}
