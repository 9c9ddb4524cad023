import { expect, test } from 'vitest';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, type Session, signInTo, startServer } from '@/lib/testing/server';

const orders = 400;

interface Bulk {
  state: string;
  done: number;
  unchanged: number;
  refused: number;
  group: number;
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

const bulkOf = async (api: Session, id: number) => (await json<{ bulk: Bulk }>(api.post(`/api/bulk/get/${id}/`))).bulk;

/** Of every twentieth order. Numbers may have gaps. */
async function versions(api: Session): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const list = await json<{ orders: { id: number }[] }>(api.post('/api/orders/get/', { limit: 200 }));
  for (const { id } of list.orders.filter((_, at) => at % 20 === 0)) {
    const { status, version } = await json<{ status: string; version: number }>(api.post(`/api/orders/get/${id}/`));
    const key = `${status} ${version}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

test.each(engines)(
  'killed in the middle of a change of many and of its undo on %s: it goes on, every record once',
  { timeout: 240_000 },
  async (engine) => {
    const { settings, remove } = await scratchDatabase(engine);
    try {
      let server = await startServer(settings);
      let api = await signInTo(server.url, 'boss', scratchPassword);
      await api.post('/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email: 'ivan@example.com' });
      for (let n = 0; n < orders; n += 20)
        await Promise.all(Array.from({ length: 20 }, () => api.post('/api/orders/add/', { client: 1, product: 'Стол', price: 10 })));

      /** Begins a task and kills the program again and again until the task has come to its end. */
      const carryOut = async (task: object): Promise<Bulk> => {
        const { id } = await json<{ id: number }>(api.post('/api/bulk/new/', task));
        for (let kills = 0; ; kills++) {
          await new Promise((done) => setTimeout(done, 20 + Math.random() * 60));
          if (kills < 4) {
            await server.kill();
            server = await startServer(settings);
            api = await signInTo(server.url, 'boss', scratchPassword);
          }
          const bulk = await bulkOf(api, id);
          if (bulk.state !== 'running' && kills >= 4) return bulk;
        }
      };
      const edited = await carryOut({
        entity: 'order',
        selection: { filter: { status: 'Pending' } },
        action: { type: 'edit', fields: { status: 'Completed' } },
      });
      expect(edited).toMatchObject({ state: 'done', done: orders, refused: 0 });
      expect(await versions(api)).toEqual(new Map([['Completed 2', 10]]));
      const undone = await carryOut({
        entity: 'operation',
        selection: { group: edited.group },
        action: { type: 'undo', conflicts: 'theirs' },
      });
      expect(undone).toMatchObject({ state: 'done', done: orders, unchanged: 0, refused: 0 });
      expect(await versions(api)).toEqual(new Map([['Pending 3', 10]]));
      await server.stop();
      const verified = runCommand('verify', [], settings);
      expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
    } finally {
      await remove();
    }
  },
);
