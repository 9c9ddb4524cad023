import { isNotNull, isNull, sql } from 'drizzle-orm';
import { id, index, instant, int, table, text, uniqueIndex } from '../dialect/columns';

export const clients = table(
  'clients',
  {
    id: id(),
    version: int().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    middleName: text(),
    company: text().notNull(),
    inn: text().notNull(),
    mobilePhone: text(),
    email: text(),
    /** The e-mail as it is compared: lower case in every script. */
    emailKey: text(),
    /** «фамилия имя отчество» or the company, lower case: the order in which people look for it. */
    nameKey: text().notNull(),
    address: text().notNull(),
    comment: text().notNull(),
    createdAt: instant().notNull(),
    createdDay: text().notNull(),
    createdBy: int(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
    /** The client this one was merged into; he lies in the bin then, and his number leads there. */
    mergedInto: int(),
    /** When everything personal was erased: the row has held nothing but its number since then, and never will. */
    erasedAt: instant(),
  },
  (t) => [
    uniqueIndex('clients_email_unique')
      .on(t.emailKey)
      .where(sql`${isNull(t.deletedAt)}`),
    index('clients_created_day').on(t.createdDay),
    index('clients_name').on(t.nameKey, t.id),
    index('clients_phone').on(t.mobilePhone),
    index('clients_inn').on(t.inn),
    index('clients_deleted')
      .on(t.deletedAt, t.id)
      .where(sql`${isNotNull(t.deletedAt)}`),
  ],
);
