import type { Tx } from '@/db/engines/engine';
import { findClient } from '@/db/queries/clients';
import { findOrder } from '@/db/queries/orders';
import { DomainError } from '../errors';
import { foldRecord, type PastRecord, type Step, standingRecord } from './fold';
import { clientNames } from './names';
import { liveClient, stepsOf } from './past-clients';
import { orderAsOf } from './past-orders';
import type { PastEntity } from './schema';

/** One record with everything that happened to it. */
export interface RecordPast {
  /** UTC epoch ms. */
  createdAt: number;
  steps: Step[];
  /** How it was at a moment (UTC epoch ms). */
  at: (moment: number) => Promise<PastRecord>;
}

async function stepsOfOne(tx: Tx, entity: PastEntity, id: number): Promise<Step[]> {
  return (await stepsOf(tx, entity, [id])).get(id) ?? [];
}

/** Step: the past of an order or a client, also from the bin, or `not_found`. */
export async function loadPast(tx: Tx, entity: PastEntity, id: number): Promise<RecordPast> {
  if (entity === 'order') {
    const full = await findOrder(tx, id);
    if (!full) throw new DomainError('not_found');
    const steps = await stepsOfOne(tx, entity, id);
    return { createdAt: full.order.createdAt, steps, at: (moment) => orderAsOf(tx, full.order, steps, moment) };
  }
  const client = await findClient(tx, id);
  if (!client) throw new DomainError('not_found');
  const steps = await stepsOfOne(tx, entity, id);
  const live = liveClient(client);
  const at = (moment: number) => (client.updatedAt <= moment ? standingRecord(live) : foldRecord(clientNames, live, steps, moment));
  return { createdAt: client.createdAt, steps, at };
}
