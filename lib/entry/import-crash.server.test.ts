import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, type Session, signInTo, startServer } from '@/lib/testing/server';

const rows = 1200;

interface Import {
  state: string;
  rows: { total: number; read: number };
  counts: Record<string, number>;
  apply: { total: number; applied: number; refused: number; created: number; edited: number };
  group: number | null;
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

const importOf = async (api: Session, id: number) => (await json<{ import: Import }>(api.post(`/api/imports/get/${id}/`))).import;

const file = `Фамилия;E-mail;Комментарий\r\n${Array.from({ length: rows }, (_, n) => `Клиент${n};k${n}@example.com;${n}\r\n`).join('')}`;

test.each(engines)(
  'killed in the middle of looking a file through, of writing it and of its undo on %s: it goes on, every row once',
  { timeout: 300_000 },
  async (engine) => {
    const { settings, remove } = await scratchDatabase(engine);
    try {
      let server = await startServer(settings);
      let api = await signInTo(server.url, 'boss', scratchPassword);
      const restart = async () => {
        await server.kill();
        server = await startServer(settings);
        api = await signInTo(server.url, 'boss', scratchPassword);
      };
      for (let n = 0; n < 5; n++)
        await api.post('/api/clients/add/', { first_name: 'И', last_name: 'Прежний', email: `k${n * 100}@example.com` });

      /** Kills the program again and again until the import has left a state. */
      const carryOn = async (id: number, state: string): Promise<Import> => {
        for (let kills = 0; ; kills++) {
          await new Promise((done) => setTimeout(done, 40 + Math.random() * 120));
          const now = await importOf(api, id);
          if (now.state !== state) return now;
          if (kills < 4) await restart();
        }
      };
      const sent = await fetch(`${server.url}/api/imports/?entity=client&name=k.csv`, {
        method: 'POST',
        headers: { ...api.auth, 'content-type': 'text/csv' },
        body: file,
      });
      const { id } = await json<{ id: number }>(Promise.resolve(sent));
      await api.post(`/api/imports/mapping/${id}/`);
      const checked = await carryOn(id, 'checking');
      expect(checked).toMatchObject({
        state: 'checked',
        rows: { total: rows, read: rows },
        counts: { new: rows - 5, changed: 5, error: 0 },
      });
      await api.post(`/api/imports/apply/${id}/`);
      const done = await carryOn(id, 'applying');
      expect(done).toMatchObject({ state: 'done', apply: { total: rows, applied: rows, refused: 0, created: rows - 5, edited: 5 } });
      expect(readdirSync(join(settings.DATA_DIR ?? '', 'imports'))).toEqual([]);

      const undo = { entity: 'operation', selection: { group: done.group }, action: { type: 'undo', conflicts: 'theirs' } };
      const run = await json<{ id: number }>(api.post('/api/bulk/new/', undo));
      for (let state = 'running', kills = 0; state === 'running'; kills++) {
        await new Promise((ready) => setTimeout(ready, 100));
        if (kills < 3) await restart();
        const { bulk } = await json<{ bulk: { state: string; done: number; refused: number } }>(api.post(`/api/bulk/get/${run.id}/`));
        state = bulk.state;
        if (state !== 'running') expect(bulk).toMatchObject({ state: 'done', done: rows, refused: 0 });
      }
      const left = await json<{ clients: { last_name: string }[] }>(api.post('/api/clients/get/', { limit: 200 }));
      expect(left.clients.map(({ last_name }) => last_name)).toEqual(Array.from({ length: 5 }, () => 'Прежний'));
      await server.stop();
      const verified = runCommand('verify', [], settings);
      expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
    } finally {
      await remove();
    }
  },
);
