import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '@/db/engines/engine';
import { links } from '@/db/schema/exchange';
import { createClient } from '@/lib/domain/clients/create-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { ctxOf } from '@/lib/testing/people';
import { SimulatedPeer } from '@/lib/testing/simulated-peer';
import { benchOf } from '@/lib/testing/sync-bench';
import { pushRecord, takeRecord } from './sync-record';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await ctxOf('admin');
});

class Crash extends Error {}

/** Dies at the given step, counted over the database and the other side. */
function dyingAt(step: number) {
  let steps = 0;
  const tick = () => {
    steps += 1;
    if (steps === step) throw new Crash();
  };
  const engine = (db: Engine): Engine => ({
    ...db,
    dialect: db.dialect,
    read: (work) => db.read(work),
    rows: (tx, query) => db.rows(tx, query),
    transaction: async (work, options) => {
      tick();
      const result = await db.transaction(work, options);
      tick();
      return result;
    },
  });
  return { tick, engine, steps: () => steps };
}

async function dead(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Crash) return true;
    throw error;
  }
}

describe('exactly one record on the other side', () => {
  test('for a record that a delivery and a run come to at once', async () => {
    const peer = new SimulatedPeer();
    const bench = await benchOf(peer);
    const { id } = await createClient(ctx, { company: 'Сразу двое' });
    await Promise.all([pushRecord(bench.sync(), 'client', id), pushRecord(bench.sync(), 'client', id)]);
    expect(peer.kept.client.size).toBe(1);
  });

  test('for an order of ours with its client and goods, whatever step the process dies at', async () => {
    let died = true;
    for (let step = 1; died; step++) {
      const peer = new SimulatedPeer();
      const bench = await benchOf(peer);
      const client = await createClient(ctx, { company: `Заря ${step}` });
      const items = [
        { product: `Стол ${step}`, quantity: 1500, price: 10_001, discount: 3 },
        { product: `Стул ${step}`, quantity: 2000, price: 700 },
      ];
      const { order } = await createOrder(ctx, { client: client.id, items });
      const death = dyingAt(step);
      peer.tick = death.tick;
      died = await dead(() => pushRecord(bench.sync(death.engine(ctx.db)), 'order', order.id));
      peer.tick = () => undefined;

      await pushRecord(bench.sync(), 'order', order.id);
      expect([peer.kept.client.size, peer.kept.product.size, peer.kept.order.size], `died at ${step}`).toEqual([1, 2, 1]);
      expect(await bench.differences()).toEqual([]);
      // Its own creation, read back, brings nothing here.
      for (const entity of peer.entities) {
        for (const remote of (await peer.list(entity, undefined)).records) {
          expect(await takeRecord(bench.sync(), entity, remote)).toEqual(new Set());
        }
      }
      expect(peer.kept.order.size).toBe(1);
    }
  }, 240_000);

  test('and one here for theirs', async () => {
    let died = true;
    for (let step = 1; died; step++) {
      const peer = new SimulatedPeer();
      const bench = await benchOf(peer);
      const client = peer.add('client', { name: `Восток ${step}` });
      const id = peer.add('order', {
        client,
        status: 'Pending',
        description: '',
        items: [{ product: `Шкаф ${step}`, quantity: 3000, total: 1000 }],
      });
      const [remote] = await peer.read('order', [id]);
      if (!remote) throw new Error('It is there');
      const death = dyingAt(step);
      peer.tick = death.tick;
      died = await dead(() => takeRecord(bench.sync(death.engine(ctx.db)), 'order', remote));
      peer.tick = () => undefined;

      await takeRecord(bench.sync(), 'order', remote);
      const rows = await ctx.db.read((tx) => tx.select().from(links).where(eq(links.connectionId, bench.connection.id)));
      expect(rows.map(({ entity }) => entity).sort(), `died at ${step}`).toEqual(['client', 'order']);
      expect(await bench.differences()).toEqual([]);
    }
  }, 240_000);

  test('an edit whose answer was lost is no edit of theirs, also when ours is taken back meanwhile', async () => {
    const peer = new SimulatedPeer();
    const bench = await benchOf(peer, { policy: 'ask', direction: 'both' });
    const client = await createClient(ctx, { company: 'Север', comment: 'раньше' });
    await bench.deliver();
    await editClient(ctx, { id: client.id, input: { comment: 'теперь' } });
    let lost = 0;
    peer.mishap = (request) => (request === 'update' && lost++ === 0 ? 'lost_answer' : 'none');
    await expect(pushRecord(bench.sync(), 'client', client.id)).rejects.toMatchObject({ problem: { code: 'timeout' } });
    await editClient(ctx, { id: client.id, input: { comment: 'раньше' } });
    await bench.deliver();
    await bench.run('pull');
    expect(await bench.differences()).toEqual([]);
    expect([...peer.kept.client.values()][0]?.values.comment).toBe('раньше');
  });
});
