import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startReceiver, until } from '@/lib/testing/receiver';
import { engines, scratchDatabase } from '@/lib/testing/scratch-database';
import { type RunningProgram, runCommand, type Settings, startWorker } from '@/lib/testing/server';

const clients = 40;

test.each(engines)(
  'a worker killed in the middle on %s: another one goes on, and each event has its effect once',
  { timeout: 240_000 },
  async (engine) => {
    const { settings: plain, remove } = await scratchDatabase(engine);
    const settings: Settings = { ...plain, EXCHANGE_ALLOW: '127.0.0.1' };
    const receiver = await startReceiver();
    const workers: RunningProgram[] = [];
    const start = async () => {
      const worker = await startWorker(settings);
      workers.push(worker);
      return worker;
    };
    try {
      const added = runCommand('connection', ['add', 'webhook', 'Test', '--set', `url=${receiver.url}`], settings);
      expect([added.status, added.stderr]).toEqual([0, '']);
      const file = join(String(settings.DATA_DIR), 'clients.csv');
      writeFileSync(file, `Фамилия;E-mail\r\n${Array.from({ length: clients }, (_, n) => `Клиент${n};k${n}@example.com\r\n`).join('')}`);
      expect(runCommand('import', ['client', file], settings).status).toBe(0);

      receiver.holdNext(10);
      await start();
      await start();
      await until('an answer kept back', () => receiver.held() !== undefined);
      // Both die; those that follow do not touch the row before its lease has ended.
      for (const worker of workers) await worker.kill();
      const interrupted = receiver.held()?.uid;
      const last = await start();
      await start();
      await until('every event', () => new Set(receiver.heard).size === clients);
      await until('the repetition', () => receiver.heard.filter((uid) => uid === interrupted).length === 2);
      expect(receiver.heard.length).toBe(clients + 1);
      expect(receiver.most()).toBe(1);

      // A signal lets it finish what is under way.
      receiver.holdNext(1);
      writeFileSync(file, 'Фамилия;E-mail\r\nПоследний;last@example.com\r\n');
      expect(runCommand('import', ['client', file], settings).status).toBe(0);
      await until('the last one', () => receiver.held() !== undefined);
      const stopped = [last.stop(), workers.at(-1)?.stop()];
      setTimeout(() => receiver.held()?.answer.end(), 500);
      expect(await Promise.all(stopped)).toEqual([0, 0]);
      expect(receiver.heard.length).toBe(clients + 2);
      const listed = runCommand('connection', ['list'], settings);
      expect(JSON.parse(listed.stdout)).toMatchObject({ waiting: 0, dead: 0, state: 'active' });
      expect(runCommand('verify', [], settings).stdout).toContain('whole');
    } finally {
      for (const worker of workers) await worker.kill();
      receiver.close();
      await remove();
    }
  },
);
