import { and, eq, inArray, isNotNull, isNull, like, ne, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { connectionStates } from '../schema/connections';
import { deliveries, exchanges, hints } from '../schema/deliveries';
import { conflicts, exchangeRuns, findings, links } from '../schema/exchange';

/** What stands in place of the texts of a request that were erased. */
export const erasedText = '<erased>';

const emptied = { request: erasedText, answer: erasedText };

/** Of these records, what was sent and answered, both values of conflicts, and what comparisons found. A repetition is made anew from what is left. */
export async function forgetExchanged(tx: Tx, entity: string, ids: readonly number[]): Promise<void> {
  const about = and(eq(deliveries.entity, entity), inArray(deliveries.entityId, [...ids]));
  await tx
    .update(exchanges)
    .set(emptied)
    .where(inArray(exchanges.deliveryId, tx.select({ id: deliveries.id }).from(deliveries).where(about)));
  await tx.update(deliveries).set({ body: null, problem: null }).where(about);
  await tx
    .update(conflicts)
    .set({ fields: '{}' })
    .where(and(eq(conflicts.entity, entity), inArray(conflicts.localId, [...ids])));
  await tx
    .update(findings)
    .set({ detail: '{}' })
    .where(and(eq(findings.entity, entity), inArray(findings.localId, [...ids])));
}

/** Of these clients, what is kept to tell changes by: a telephone is found again from its hash by trying them all. */
export async function forgetAgreed(tx: Tx, clientIds: readonly number[]): Promise<void> {
  await tx
    .update(links)
    .set({ fields: '{}', localHash: '', remoteHash: '', told: '{}' })
    .where(and(eq(links.entity, 'client'), inArray(links.localId, [...clientIds])));
}

/** A problem without the words of the other side, which may name anybody; what it was stays. */
function withoutWords(problem: string): string {
  const { values, ...rest } = JSON.parse(problem) as { values?: Record<string, string | number> };
  const kept = Object.entries(values ?? {}).map(([name, value]) => [name, typeof value === 'string' ? erasedText : value]);
  return JSON.stringify(values ? { ...rest, values: Object.fromEntries(kept) } : rest);
}

/** What runs and connections say of their last failure, and the remarks about the documents of files that were read. */
async function forgetRemarks(tx: Tx): Promise<void> {
  for (const { id, problem } of await tx.select().from(exchangeRuns).where(isNotNull(exchangeRuns.problem))) {
    await tx
      .update(exchangeRuns)
      .set({ problem: withoutWords(problem ?? '{}') })
      .where(eq(exchangeRuns.id, id));
  }
  for (const { connectionId, lastProblem } of await tx.select().from(connectionStates).where(isNotNull(connectionStates.lastProblem))) {
    await tx
      .update(connectionStates)
      .set({ lastProblem: withoutWords(lastProblem ?? '{}') })
      .where(eq(connectionStates.connectionId, connectionId));
  }
  const files = and(eq(exchangeRuns.kind, 'file'), like(exchangeRuns.cursor, '%"notes":[{%'));
  for (const { id, cursor } of await tx.select({ id: exchangeRuns.id, cursor: exchangeRuns.cursor }).from(exchangeRuns).where(files)) {
    const { state, ...rest } = JSON.parse(cursor) as { state: object };
    await tx
      .update(exchangeRuns)
      .set({ cursor: JSON.stringify({ ...rest, state: { ...state, notes: [] } }) })
      .where(eq(exchangeRuns.id, id));
  }
}

/**
 * What cannot be told apart by record: texts of requests that are about many records (a reading, a visitor of the 1C door),
 * calls that only hint at something, findings about records that only the other side has, and remarks in its words.
 */
export async function forgetUnsorted(tx: Tx): Promise<void> {
  await tx
    .update(exchanges)
    .set(emptied)
    .where(and(isNull(exchanges.deliveryId), or(ne(exchanges.request, ''), ne(exchanges.answer, ''))));
  await tx.delete(hints);
  await tx.update(findings).set({ detail: '{}' }).where(isNull(findings.localId));
  await forgetRemarks(tx);
}
