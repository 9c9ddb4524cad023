import { type Ctx, unit } from '../context';
import { may } from '../permissions';
import type { Taken, TakenClient, TakenOrder, TakenPayment, TakenShipment, TakingRules } from './taken';
import { clientOf, Group, takeIntoOrder } from './write-taken-order';
import { takeMoney } from './write-taken-payment';
import { takeGoods } from './write-taken-shipment';

/** Documents come through a connection; each is one unit, so that a file that was broken off can be taken in again. */
export interface Through {
  connectionId: number;
  rules: TakingRules;
}

/** Takes over what another program says about an order. Throws `validation` for what no order can hold. */
export async function takeOrder(ctx: Ctx, { connectionId, rules }: Through, taken: TakenOrder): Promise<Taken> {
  may(ctx, 'connection.manage');
  return unit(ctx, (tx) => takeIntoOrder(tx, ctx, connectionId, taken, rules));
}

/** Takes over a document about money received for an order. */
export async function takePayment(ctx: Ctx, { connectionId, rules }: Through, taken: TakenPayment): Promise<Taken> {
  may(ctx, 'connection.manage');
  return unit(ctx, (tx) => takeMoney(tx, ctx, connectionId, taken, rules));
}

/** Takes over a document about goods that have left. */
export async function takeShipment(ctx: Ctx, { connectionId, rules }: Through, taken: TakenShipment): Promise<Taken> {
  may(ctx, 'connection.manage');
  return unit(ctx, (tx) => takeGoods(tx, ctx, connectionId, taken, rules));
}

/** Takes over a client: finds who he is here, or makes him where that is allowed. */
export async function takeClient(ctx: Ctx, { connectionId, rules }: Through, taken: TakenClient): Promise<Taken> {
  may(ctx, 'connection.manage');
  if (!rules.acceptNew) return { outcome: 'same', notes: [] };
  return unit(ctx, async (tx) => {
    const group = new Group(ctx);
    const client = await clientOf(tx, group, connectionId, taken);
    if ('note' in client) return { outcome: 'skipped', notes: [client.note] };
    return { outcome: group.first === undefined ? 'same' : 'created', notes: [], operationId: group.first };
  });
}
