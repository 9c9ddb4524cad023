import { day, id, index, instant, int, money, table, text } from '../dialect/columns';

/** A saved report: figures as they were when it was made. */
export const reports = table(
  'reports',
  {
    id: id(),
    version: int().notNull(),
    period: text().notNull(),
    /** First and last day, both included. */
    fromDay: day().notNull(),
    toDay: day().notNull(),
    newOrdersCount: int().notNull(),
    newClientsCount: int().notNull(),
    completedOrdersCount: int().notNull(),
    totalOrdersMinor: money().notNull(),
    avgOrderMinor: money().notNull(),
    createdAt: instant().notNull(),
    createdBy: int(),
    deletedAt: instant(),
  },
  (t) => [index('reports_created').on(t.createdAt, t.id)],
);
