import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '../context';
import { recordChange } from '../journal/record-change';
import { applyOrderInput, changeOrder } from '../orders/write-order';
import { matchBase } from './match-order';
import type { Taken, TakenShipment, TakingRules } from './taken';

/**
 * Step: a document about goods that have left: of several the last day counts. One that was deleted or not posted takes its day back,
 * unless another day stands by now.
 */
export async function takeGoods(tx: Tx, ctx: Ctx, connectionId: number, taken: TakenShipment, rules: TakingRules): Promise<Taken> {
  const { found, note } = await matchBase(tx, connectionId, taken.base, rules);
  if (note) return { outcome: 'skipped', notes: [note] };
  if (!found) return { outcome: 'skipped', notes: [{ code: 'order_unknown' }] };
  if (found.order.deletedAt !== null) return { outcome: 'skipped', notes: [{ code: 'order_in_bin', values: { number: found.order.id } }] };
  const { shippedDay } = found.order;
  const later = shippedDay === null || taken.day > shippedDay ? taken.day : shippedDay;
  const day = taken.gone ? later : shippedDay === taken.day ? null : shippedDay;
  const { change } = await changeOrder(tx, ctx, found, await applyOrderInput(tx, found, { shipped_day: day }));
  if (!change) return { outcome: 'same', notes: [] };
  return { outcome: 'changed', notes: [], operationId: await recordChange(tx, ctx, 'exchange.edit', [change]) };
}
