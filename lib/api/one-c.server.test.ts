import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numbersIn, OneCClient, overHttp, type Send, zipOf } from '@/lib/integrations/1c/testing/one-c-client';
import { documentXml, rootXml } from '@/lib/integrations/1c/testing/samples';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, signInTo, startServer } from '@/lib/testing/server';

const password = 'правильный пароль';
const orders = 60;
const paymentsEach = 12;

/** Every order paid in small payments, and completed. */
function changesFor(numbers: readonly string[]): Buffer {
  const documents = numbers.flatMap((number) => [
    ...Array.from({ length: paymentsEach }, (_, n) =>
      documentXml({
        id: `p-${number}-${n}`,
        operation: 'Выплата наличных денег',
        day: '2026-11-13',
        sum: '1.00',
        more: `<Основание>${number}</Основание>`,
      }),
    ),
    documentXml({ id: number, requisites: { 'Статус заказа': '[F] Выполнен', 'Номер по 1С': `УТ-${number}` } }),
  ]);
  return Buffer.from(rootXml(documents.join('')));
}

interface Feed {
  changes: { source: string; fields: Record<string, unknown> }[];
  next: string;
  more: boolean;
}

/** How many changes of each kind came from 1C. */
async function countChanges(url: string, headers: Record<string, string>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let [query, more] = ['', true]; more; ) {
    const feed = (await (await fetch(`${url}/api/changes/?limit=200${query}`, { headers })).json()) as Feed;
    for (const { fields } of feed.changes.filter(({ source }) => source === '1c'))
      for (const name of ['payments', 'status']) if (fields[name]) counts[name] = (counts[name] ?? 0) + 1;
    [query, more] = [`&after=${feed.next}`, feed.more];
  }
  return counts;
}

test.each(engines)(
  'a real server on %s: orders out, `success` lost, then killed in the middle of an import, which goes on and takes everything once',
  { timeout: 300_000 },
  async (engine) => {
    const { settings, remove } = await scratchDatabase(engine);
    try {
      const set = ['--set', 'login=shop', '--set', 'encoding=windows-1251', '--secret-stdin'];
      const added = runCommand('connection', ['add', '1c', 'Бухгалтерия', ...set], settings, `${password}\n`);
      expect([added.status, added.stderr]).toEqual([0, '']);
      const { pathname } = new URL((JSON.parse(added.stdout) as { url: string }).url);

      let server = await startServer(settings);
      const api = await signInTo(server.url, 'boss', scratchPassword);
      await api.post('/api/clients/add/', { first_name: 'Анна', last_name: 'Щукина', email: 'anna@example.com' });
      for (let n = 0; n < orders; n++) await api.post('/api/orders/add/', { client: 1, product: 'Стол', price: '100.00' });

      // The server comes back at another port: 1C knows one address.
      const send: Send = (sent) => overHttp({ ...sent, url: `${server.url}${sent.url}` });
      const client = (part: object = {}) => new OneCClient({ send, address: pathname, login: 'shop', password, version: '2.10', ...part });
      await expect(client({ password: 'не тот' }).checkauth()).rejects.toThrow('Неверное имя пользователя или пароль.');
      const lost = client();
      await lost.checkauth();
      await lost.init();
      const numbers = numbersIn(await lost.query());
      expect(numbers).toHaveLength(orders);
      const again = client({ address: `${pathname}/bitrix/admin/1c_exchange.php` });
      expect(numbersIn((await again.exchange()).orders)).toEqual(numbers);

      const one = client();
      await one.checkauth();
      await one.init();
      expect(numbersIn(await one.query())).toEqual([]);
      const zip = await zipOf({ 'orders.xml': changesFor(numbers) });
      await one.file('C:\\v8_8789_c.zip', zip, 1777);
      for (let kills = 0; kills < 2; kills++) {
        const call = one.step('import', { filename: 'C:\\v8_8789_c.zip' }).catch(() => undefined);
        await new Promise((done) => setTimeout(done, 250 + Math.random() * 250));
        await server.kill();
        expect(await call).toBeUndefined();
        server = await startServer(settings);
      }
      const { lines, calls } = await one.import('C:\\v8_8789_c.zip');
      expect([lines, calls > 1]).toEqual([['success'], true]);
      expect((await client().exchange({ filename: 'orders.xml', xml: changesFor(numbers) })).lines).toEqual(['success']);
      expect(numbersIn((await client({ version: undefined }).exchange()).orders)).toEqual([]);

      const back = await signInTo(server.url, 'boss', scratchPassword);
      expect(await countChanges(server.url, back.auth)).toEqual({ payments: orders * paymentsEach, status: orders });
      expect(
        readdirSync(join(settings.DATA_DIR ?? '', 'exchange'), { recursive: true }).filter((name) => /zip|xml/.test(String(name))),
      ).toEqual([]);
      await server.stop();
      const verified = runCommand('verify', [], settings);
      expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
    } finally {
      await remove();
    }
  },
);
