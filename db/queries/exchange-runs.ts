import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { exchangeRuns, findings } from '../schema/exchange';
import { only } from './only';

export type ExchangeRunRow = typeof exchangeRuns.$inferSelect;
export type FindingRow = typeof findings.$inferSelect;

export async function insertRun(tx: Tx, row: Omit<ExchangeRunRow, 'id'>): Promise<ExchangeRunRow> {
  return only(await tx.insert(exchangeRuns).values(row).returning());
}

export async function findRun(tx: Tx, id: number): Promise<ExchangeRunRow | undefined> {
  return (await tx.select().from(exchangeRuns).where(eq(exchangeRuns.id, id)))[0];
}

export async function updateRun(tx: Tx, id: number, values: Partial<Omit<ExchangeRunRow, 'id'>>): Promise<void> {
  await tx.update(exchangeRuns).set(values).where(eq(exchangeRuns.id, id));
}

/** Runs of a connection, newest first, older than `before`. */
export function runsOf(tx: Tx, connectionId: number, limit: number, before?: number): Promise<ExchangeRunRow[]> {
  return tx
    .select()
    .from(exchangeRuns)
    .where(and(eq(exchangeRuns.connectionId, connectionId), before === undefined ? undefined : lt(exchangeRuns.id, before)))
    .orderBy(desc(exchangeRuns.id))
    .limit(limit);
}

/** The last run of a kind. */
export async function lastRun(tx: Tx, connectionId: number, kind: string): Promise<ExchangeRunRow | undefined> {
  const rows = await tx
    .select()
    .from(exchangeRuns)
    .where(and(eq(exchangeRuns.connectionId, connectionId), eq(exchangeRuns.kind, kind)))
    .orderBy(desc(exchangeRuns.id))
    .limit(1);
  return rows[0];
}

/** Runs that nobody works on, pulls before the long ones. */
export function runsToCarryOn(tx: Tx, kinds: readonly string[], at: number, limit: number): Promise<ExchangeRunRow[]> {
  return tx
    .select()
    .from(exchangeRuns)
    .where(
      and(
        eq(exchangeRuns.state, 'running'),
        inArray(exchangeRuns.kind, [...kinds]),
        or(isNull(exchangeRuns.leaseUntil), lte(exchangeRuns.leaseUntil, at)),
      ),
    )
    .orderBy(sql`case when ${exchangeRuns.kind} = 'pull' then 0 else 1 end`, asc(exchangeRuns.id))
    .limit(limit);
}

/** Takes a run for as long as its lease; false when somebody has it. */
export async function leaseRun(tx: Tx, id: number, at: number, until: number): Promise<boolean> {
  const taken = await tx
    .update(exchangeRuns)
    .set({ leaseUntil: until })
    .where(
      and(
        eq(exchangeRuns.id, id),
        eq(exchangeRuns.state, 'running'),
        or(isNull(exchangeRuns.leaseUntil), lte(exchangeRuns.leaseUntil, at)),
      ),
    )
    .returning({ id: exchangeRuns.id });
  return taken.length === 1;
}

export async function insertFinding(tx: Tx, row: Omit<FindingRow, 'id'>): Promise<void> {
  await tx.insert(findings).values(row);
}

export async function findFinding(tx: Tx, id: number): Promise<FindingRow | undefined> {
  return (await tx.select().from(findings).where(eq(findings.id, id)))[0];
}

/** What a run has found, in its order. */
export function findingsOf(
  tx: Tx,
  runId: number,
  { kind, after = 0, limit, unfixed = false }: { kind?: string; after?: number; limit: number; unfixed?: boolean },
): Promise<FindingRow[]> {
  return tx
    .select()
    .from(findings)
    .where(
      and(
        eq(findings.runId, runId),
        kind === undefined ? undefined : eq(findings.kind, kind),
        unfixed ? isNull(findings.fixedAt) : undefined,
        gt(findings.id, after),
      ),
    )
    .orderBy(asc(findings.id))
    .limit(limit);
}

/** How many of each kind a run has found, and how many of them stand. */
export function countFindings(tx: Tx, runId: number): Promise<{ kind: string; count: number; open: number }[]> {
  return tx
    .select({
      kind: findings.kind,
      count: sql`count(*)`.mapWith(Number),
      open: sql`sum(case when ${findings.fixedAt} is null then 1 else 0 end)`.mapWith(Number),
    })
    .from(findings)
    .where(eq(findings.runId, runId))
    .groupBy(findings.kind)
    .orderBy(asc(findings.kind));
}

export async function markFixed(tx: Tx, id: number, at: number): Promise<void> {
  await tx.update(findings).set({ fixedAt: at }).where(eq(findings.id, id));
}
