/** The two database engines the product runs on. */
export type DialectName = 'sqlite' | 'postgres';

export const defaultDatabaseUrl = 'file:./data/app.db';

/** Which engine a `DATABASE_URL` names. */
export function dialectOf(url: string): DialectName {
  return /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite';
}

/** `DATABASE_URL`, or the embedded default. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL || defaultDatabaseUrl;
}

/** The engine of this process. Table definitions are built for it once, when they are first imported. */
export const dialect: DialectName = dialectOf(databaseUrl());
