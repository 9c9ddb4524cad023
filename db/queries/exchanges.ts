import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { exchanges } from '../schema/deliveries';

export type ExchangeRow = typeof exchanges.$inferSelect;
export type NewExchange = Omit<ExchangeRow, 'id'>;

export async function insertExchange(tx: Tx, row: NewExchange): Promise<void> {
  await tx.insert(exchanges).values(row);
}

export async function findExchange(tx: Tx, id: number): Promise<ExchangeRow | undefined> {
  return (await tx.select().from(exchanges).where(eq(exchanges.id, id)))[0];
}

export interface ExchangesQuery {
  connectionId?: number;
  deliveryId?: number;
  runId?: number;
  outcome?: string;
  /** Those older than this one. */
  before?: number;
  limit: number;
}

/** Newest first. */
export function exchangesBefore(tx: Tx, { limit, before, ...query }: ExchangesQuery): Promise<ExchangeRow[]> {
  const asked: SQL[] = [];
  if (query.connectionId !== undefined) asked.push(eq(exchanges.connectionId, query.connectionId));
  if (query.deliveryId !== undefined) asked.push(eq(exchanges.deliveryId, query.deliveryId));
  if (query.runId !== undefined) asked.push(eq(exchanges.runId, query.runId));
  if (query.outcome !== undefined) asked.push(eq(exchanges.outcome, query.outcome));
  if (before !== undefined) asked.push(lt(exchanges.id, before));
  return tx
    .select()
    .from(exchanges)
    .where(and(...asked))
    .orderBy(desc(exchanges.id))
    .limit(limit);
}
