/** `away`: no connection, or one that was cut. */
export type DbErrorKind = 'unique' | 'foreign_key' | 'check' | 'not_null' | 'busy' | 'full' | 'away' | 'other';

/** An engine's refusal in the product's words. `constraint` names the index or columns, as far as the engine tells. */
export class DbError extends Error {
  readonly code = 'db_error';
  constructor(
    readonly kind: DbErrorKind,
    readonly constraint: string,
    cause: unknown,
  ) {
    super(`database refused: ${kind} ${constraint}`.trim(), { cause });
    this.name = 'DbError';
  }
}

/** By its code, since several module instances may hold this class. */
export function isDbError(error: unknown): error is DbError {
  return error instanceof Error && 'code' in error && error.code === 'db_error';
}

const sqliteKinds: [prefix: string, kind: DbErrorKind][] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'foreign_key'],
  ['SQLITE_CONSTRAINT_CHECK', 'check'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'not_null'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'full'],
];

/** SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html */
const postgresKinds: Record<string, DbErrorKind> = {
  '23505': 'unique',
  '23503': 'foreign_key',
  '23514': 'check',
  '23502': 'not_null',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'full',
  '53200': 'full',
  '53300': 'busy',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  ETIMEDOUT: 'away',
};

function driverError(error: unknown): (Error & { code?: unknown; constraint?: unknown }) | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code !== 'db_error') return at;
  }
  return undefined;
}

/** A driver's error as `DbError`; anything else as it came. */
export function toDbError(error: unknown): unknown {
  if (isDbError(error)) return error;
  const driver = driverError(error);
  if (!driver || typeof driver.code !== 'string') return error;
  const sqlite = sqliteKinds.find(([prefix]) => String(driver.code).startsWith(prefix));
  if (sqlite) return new DbError(sqlite[1], driver.message.split(': ').at(-1) ?? '', error);
  if (driver.code.startsWith('SQLITE_')) return new DbError('other', driver.code, error);
  const kind = postgresKinds[driver.code] ?? (/^[0-9A-Z]{5}$/.test(driver.code) ? 'other' : undefined);
  return kind ? new DbError(kind, typeof driver.constraint === 'string' ? driver.constraint : '', error) : error;
}
