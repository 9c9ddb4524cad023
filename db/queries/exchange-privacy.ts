import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { deliveries, exchanges, hints } from '../schema/deliveries';
import { conflicts, findings } from '../schema/exchange';

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

/**
 * What cannot be told apart by record: texts of requests that are about many records (a reading, a visitor of the 1C door),
 * calls that only hint at something, and findings about records that only the other side has.
 */
export async function forgetUnsorted(tx: Tx): Promise<void> {
  await tx
    .update(exchanges)
    .set(emptied)
    .where(and(isNull(exchanges.deliveryId), or(ne(exchanges.request, ''), ne(exchanges.answer, ''))));
  await tx.delete(hints);
  await tx.update(findings).set({ detail: '{}' }).where(isNull(findings.localId));
}
