import { id, index, instant, int, table, text, uniqueIndex } from '../dialect/columns';
import { users } from './users';

/** What an owner changes in the page; a single row. */
export const settings = table('settings', {
  id: int().primaryKey(),
  version: int().notNull(),
  organisation: text().notNull(),
  timeZone: text().notNull(),
  currency: text().notNull(),
  /** Requisites for invoices; empty until they are given. */
  inn: text().notNull().default(''),
  kpp: text().notNull().default(''),
  address: text().notNull().default(''),
  phone: text().notNull().default(''),
  email: text().notNull().default(''),
  bank: text().notNull().default(''),
  bik: text().notNull().default(''),
  account: text().notNull().default(''),
  correspondentAccount: text().notNull().default(''),
  director: text().notNull().default(''),
  accountant: text().notNull().default(''),
  /** sha256 of the logo among the stored files; empty without one. */
  logo: text().notNull().default(''),
  /** Days after which a pending order needs attention. */
  pendingDays: int().notNull().default(3),
  /** `1` in the demonstration database: every page says so. */
  demo: int().notNull(),
});

/** First answers of writing API calls, repeated for the same key within 24 hours. */
export const idempotencyKeys = table(
  'idempotency_keys',
  {
    id: id(),
    userId: int()
      .notNull()
      .references(() => users.id),
    method: text().notNull(),
    path: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('idempotency_keys_unique').on(t.userId, t.method, t.path, t.key), index('idempotency_keys_created').on(t.createdAt)],
);
