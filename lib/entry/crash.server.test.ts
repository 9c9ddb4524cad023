import { expect, test } from 'vitest';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, signInTo, startServer } from '@/lib/testing/server';

const kills = 10;
const writers = 8;

test.each(engines)(
  'killed ten times under write load on %s: every acknowledged write is there, none is there by half',
  { timeout: 240_000 },
  async (engine) => {
    const { settings, remove } = await scratchDatabase(engine);
    const acknowledged: number[] = [];
    const keys = new Map<string, number>();
    try {
      for (let n = 0; n < kills; n++) {
        const server = await startServer(settings);
        const api = await signInTo(server.url, 'boss', scratchPassword);
        if (n === 0) await api.post('/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' });
        let running = true;
        const write = async (writer: number) => {
          for (let turn = 0; running; turn++) {
            const key = `${n}-${writer}-${turn}`;
            const items = [
              { product: `Стол ${key}`, quantity: 2, price: '10.10' },
              { product: 'Стул', quantity: 1, price: '5.05' },
            ];
            const answer = await api
              .post('/api/orders/add/', { client: 1, items, description: key }, { 'idempotency-key': key })
              .catch(() => undefined);
            const body = (await answer?.json().catch(() => undefined)) as { id: number } | undefined;
            if (answer?.status !== 200 || !body) return;
            acknowledged.push(body.id);
            keys.set(key, body.id);
          }
        };
        const load = Array.from({ length: writers }, (_, writer) => write(writer));
        await new Promise((done) => setTimeout(done, 150 + Math.random() * 350));
        await server.kill();
        running = false;
        await Promise.all(load);
      }
      expect(acknowledged.length).toBeGreaterThan(kills);
      const verified = runCommand('verify', [], settings);
      expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);

      const server = await startServer(settings);
      const api = await signInTo(server.url, 'boss', scratchPassword);
      for (const [key, id] of [...keys].slice(-50)) {
        const order = (await (await api.post(`/api/orders/get/${id}/`)).json()) as {
          description: string;
          total_price: number;
          items: object[];
        };
        expect(order).toMatchObject({ description: key, total_price: 25.25, items: [{}, {}] });
      }
      const present = new Set<number>();
      for (let start = 0; ; ) {
        const page = await api.post('/api/orders/get/', { start_id: start, limit: 200 });
        for (const { id } of ((await page.json()) as { orders: { id: number }[] }).orders) present.add(id);
        start = Number(page.headers.get('x-next-start-id'));
        if (!start) break;
      }
      expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
      // What was cut off may be sent again with its key, and makes no second order.
      const [again] = [...keys].slice(-1);
      const items = [
        { product: `Стол ${again?.[0]}`, quantity: 2, price: '10.10' },
        { product: 'Стул', quantity: 1, price: '5.05' },
      ];
      const repeated = await api.post(
        '/api/orders/add/',
        { client: 1, items, description: again?.[0] },
        { 'idempotency-key': again?.[0] ?? '' },
      );
      expect(await repeated.json()).toEqual({ success: true, id: again?.[1] });
      expect(await server.stop()).toBe(0);
    } finally {
      await remove();
    }
  },
);
