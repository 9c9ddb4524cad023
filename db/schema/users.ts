import { sql } from 'drizzle-orm';
import { check, id, index, instant, int, table, text, uniqueIndex } from '../dialect/columns';

export const users = table(
  'users',
  {
    id: id(),
    version: int().notNull(),
    username: text().notNull(),
    /** The name as it is compared: lower case in every script. */
    usernameKey: text().notNull(),
    displayName: text().notNull(),
    role: text().notNull(),
    passwordHash: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    disabledAt: instant(),
  },
  (t) => [uniqueIndex('users_username_unique').on(t.usernameKey), check('users_role', sql`${t.role} in ('viewer', 'manager', 'admin')`)],
);

/** A signed-in browser or an API token family; checked on every request. */
export const sessions = table(
  'sessions',
  {
    /** 128 random bits, base64url. */
    id: text().primaryKey(),
    userId: int()
      .notNull()
      .references(() => users.id),
    door: text().notNull(),
    address: text().notNull(),
    userAgent: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId), check('sessions_door', sql`${t.door} in ('web', 'api')`)],
);

/** Failed sign-ins per account and per address, to slow guessing. */
export const signInFailures = table('sign_in_failures', {
  key: text().primaryKey(),
  failures: int().notNull(),
  blockedUntil: instant().notNull(),
  updatedAt: instant().notNull(),
});
