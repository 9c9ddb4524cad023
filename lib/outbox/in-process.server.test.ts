import { expect, test } from 'vitest';
import { startReceiver, until } from '@/lib/testing/receiver';
import { scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, type Settings, signInTo, startServer } from '@/lib/testing/server';

test('the server itself tells of changes, unless a process of its own does', { timeout: 120_000 }, async () => {
  const { settings: plain, remove } = await scratchDatabase('sqlite');
  const settings: Settings = { ...plain, EXCHANGE_ALLOW: '127.0.0.1' };
  const receiver = await startReceiver();
  try {
    expect(runCommand('connection', ['add', 'webhook', 'Test', '--set', `url=${receiver.url}`], settings).status).toBe(0);
    const addClient = async (url: string, email: string) => {
      const api = await signInTo(url, 'boss', scratchPassword);
      const added = await api.post('/api/clients/add/', { first_name: 'Иван', last_name: 'Иванов', email });
      expect(added.status).toBe(200);
    };
    const without = await startServer({ ...settings, EXCHANGE_WORKER: '0' });
    await addClient(without.url, 'first@example.com');
    await new Promise((done) => setTimeout(done, 2500));
    expect(receiver.heard).toEqual([]);
    expect(await without.stop()).toBe(0);

    const server = await startServer(settings);
    await until('what has waited', () => receiver.heard.length === 1, 10_000);
    // A change is told within a second or so, and what is under way is finished before the server ends.
    receiver.holdNext(1);
    await addClient(server.url, 'second@example.com');
    await until('the change', () => receiver.held() !== undefined, 3000);
    const stopped = server.stop();
    setTimeout(() => receiver.held()?.answer.end(), 500);
    expect(await stopped).toBe(0);
    const [listed] = runCommand('connection', ['list'], settings).stdout.split('\n');
    expect(JSON.parse(listed ?? '')).toMatchObject({ waiting: 0, dead: 0 });
    expect(receiver.heard.length).toBe(2);
  } finally {
    receiver.close();
    await remove();
  }
});
