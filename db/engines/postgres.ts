import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { DbError, isDbError, toDbError } from './db-error';
import type { Engine, TransactionOptions, Tx } from './engine';
import { brokenInPostgres } from './postgres-broken';

const maxAttempts = 12;

/** Pause before another attempt in ms: full jitter, doubling, at most 200. */
function pause(attempt: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.random() * Math.min(200, 4 * 2 ** attempt)));
}

/** A lost race. A unique violation is one too, once: run again, the rule itself sees the other's row and words it. */
function retryable(error: unknown, attempt: number): boolean {
  const code = isDbError(error) && error.cause instanceof Error ? findSqlState(error.cause) : undefined;
  return code === '40001' || code === '40P01' || (code === '23505' && attempt === 1);
}

function findSqlState(error: Error): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

/**
 * Compiling a plan costs more than running it: every question here is answered by an index and a limit, while the planner's
 * estimate for a search crosses the threshold (120 ms became 5). In the words of the unit, since a pooler refuses it at the start.
 */
const calm = 'SET LOCAL jit = off';

/**
 * PostgreSQL: a pool with own BEGIN and COMMIT (Drizzle's leaks clients when BEGIN fails).
 * Serializable with retry gives the semantics SQLite has by nature.
 */
export function createPostgresEngine(url: string, poolSize = 10): Engine {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30_000 });
  // An idle client that loses its server must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  const handles = new WeakMap<pg.PoolClient, Tx>();

  function handleOf(client: pg.PoolClient): Tx {
    const known = handles.get(client);
    if (known) return known;
    const made = drizzle(client, { casing: 'snake_case' }) as unknown as Tx;
    handles.set(client, made);
    return made;
  }

  async function attempt<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw new DbError('away', error instanceof Error ? (findSqlState(error) ?? 'timeout') : '', error);
    });
    let broken = true;
    try {
      await client.query(`${begin}; ${calm}`);
      try {
        const result = await work(handleOf(client));
        await client.query('COMMIT');
        broken = false;
        return result;
      } catch (error) {
        // A cut connection cannot roll back, and need not: the server has.
        await client.query('ROLLBACK').then(
          () => (broken = false),
          () => undefined,
        );
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  async function unit<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let n = 1; ; n++) {
      try {
        return await attempt(begin, work);
      } catch (cause) {
        const error = toDbError(cause);
        if (n >= maxAttempts || !retryable(error, n)) throw error;
        await pause(n);
      }
    }
  }

  const reading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
  const read = <T>(work: (tx: Tx) => Promise<T>) => unit(reading, work);

  return {
    dialect: 'postgres',
    read,
    view: (_folder, work) =>
      read(async (tx) => {
        const broken = read(brokenInPostgres);
        // Whoever never comes to wait for it has a worse failure to tell.
        broken.catch(() => undefined);
        return work({ tx, broken });
      }),
    snapshot: (work) =>
      attempt(reading, work).catch((error: unknown) => {
        throw toDbError(error);
      }),
    transaction: (work, options?: TransactionOptions) => unit(`BEGIN ISOLATION LEVEL ${options?.isolation ?? 'serializable'}`, work),
    rows: async <R>(tx: Tx, query: SQL) => {
      const result = await (tx as unknown as ReturnType<typeof drizzle>).execute(query);
      return result.rows as R[];
    },
    // Old row versions go with autovacuum, old log with the server's own checkpoints: not for a client to hurry.
    forget: async () => true,
    upkeep: async () => undefined,
    close: () => pool.end(),
  };
}
