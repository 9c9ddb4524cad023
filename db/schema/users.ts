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
    /** How Russian sentences about the user end: `m` or `f`. */
    gender: text().notNull().default('m'),
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
    /** The last request, to within some minutes; null until there was one. */
    seenAt: instant(),
    endedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId), check('sessions_door', sql`${t.door} in ('web', 'api')`)],
);

/** What a user has set for himself: columns of a list, density, keys; JSON by `lib/domain/preferences`. */
export const preferences = table(
  'preferences',
  {
    id: id(),
    userId: int()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    json: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('preferences_unique').on(t.userId, t.name)],
);

/** A saved view of a list: its filter and sorting as they stand in the address, and its columns. */
export const views = table(
  'views',
  {
    id: id(),
    userId: int()
      .notNull()
      .references(() => users.id),
    list: text().notNull(),
    name: text().notNull(),
    /** The address behind `?`. */
    query: text().notNull(),
    /** JSON like a preference; null shows the user's own columns. */
    columns: text(),
    /** `1` when the whole team sees it. */
    team: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index('views_user').on(t.userId), check('views_list', sql`${t.list} in ('orders', 'clients', 'products', 'reports')`)],
);

/** Failed sign-ins per account and per address, to slow guessing. */
export const signInFailures = table('sign_in_failures', {
  key: text().primaryKey(),
  failures: int().notNull(),
  blockedUntil: instant().notNull(),
  updatedAt: instant().notNull(),
});
