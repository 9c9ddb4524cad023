import { expect, test } from 'vitest';
import { engines, scratchDatabase } from '@/lib/testing/scratch-database';
import { runCommand } from '@/lib/testing/server';

test.each(engines)('npm run connection on %s: adds, lists, removes, and says what is wrong', async (engine) => {
  const { settings, remove } = await scratchDatabase(engine);
  const environment = { ...settings, APP_URL: 'https://shop.example' };
  const run = (input: string, ...args: string[]) => runCommand('connection', args, environment, input);
  try {
    const hook = run('', 'add', 'webhook', 'Node-RED', '--set', 'url=https://flows.example/hook', '--set', 'topics=order.created');
    expect([hook.status, hook.stderr]).toEqual([0, '']);
    expect(hook.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(hook.stdout)).toEqual({ id: 1, url: null, secret: expect.stringMatching(/^whsec_/) });

    const oneC = run('tajna\n', 'add', '1c', 'Бухгалтерия', '--set', 'login=kassa', '--secret-stdin');
    expect([oneC.status, JSON.parse(oneC.stdout)]).toEqual([0, { id: 2, url: 'https://shop.example/api/1c/2/exchange' }]);

    const listed = run('', 'list').stdout.trim().split('\n');
    expect(listed.map((line) => JSON.parse(line))).toMatchObject([
      { id: 1, kind: 'webhook', state: 'active', waiting: 0, dead: 0, url: null },
      { id: 2, kind: '1c', name: 'Бухгалтерия', url: 'https://shop.example/api/1c/2/exchange' },
    ]);
    expect(run('', 'remove', '1')).toMatchObject({ status: 0, stdout: '{"id":1}\n' });
    expect(run('', 'list').stdout.trim().split('\n')).toHaveLength(1);

    const refusals: [input: string, args: string[], said: string][] = [
      ['', ['add', 'sap', 'X'], 'sap'],
      ['', ['add', 'webhook', 'X'], 'url'],
      ['', ['add', 'webhook', 'X', '--set', 'url=ftp://x'], 'url: Адрес вида'],
      ['', ['add', 'webhook', 'X', '--set', 'colour=red', '--set', 'url=https://x.example'], 'colour'],
      ['', ['add', 'webhook', 'X', '--set', 'url=https://x.example', '--set', 'topics=order.eaten'], 'topics'],
      ['', ['add', '1c', 'X', '--set', 'login=kassa'], '--secret-stdin'],
      ['\n', ['add', '1c', 'X', '--set', 'login=kassa', '--secret-stdin'], 'password'],
      ['', ['remove', '99'], 'Такой записи'],
      ['', ['remove', 'all'], 'all'],
      ['', ['sing'], 'npm run connection'],
    ];
    for (const [input, args, said] of refusals) {
      const { status, stdout, stderr } = run(input, ...args);
      expect([status, stdout], args.join(' ')).toEqual([1, '']);
      expect(stderr, args.join(' ')).toContain(said);
    }
  } finally {
    await remove();
  }
});
