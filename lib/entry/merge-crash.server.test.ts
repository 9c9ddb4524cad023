import { expect, test } from 'vitest';
import { engines, scratchDatabase, scratchPassword } from '@/lib/testing/scratch-database';
import { runCommand, type Session, signInTo, startServer } from '@/lib/testing/server';

const orders = 1200;
/** Into the merge, ms; the last lets it finish. */
const kills = [40, 120, 300];

/** The hidden fields of the only form on a page whose button has these words, as a browser without JavaScript would send them. */
function hiddenFields(html: string, form: RegExp): FormData {
  const found = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => form.test(text)) ?? '';
  const data = new FormData();
  for (const [input] of found.matchAll(/<input type="hidden"[^>]*>/g)) {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    data.append(value(' name') ?? '', value(' value') ?? '');
  }
  return data;
}

async function cookieOf(url: string): Promise<string> {
  const data = hiddenFields(await (await fetch(`${url}/login`)).text(), /name="password"/);
  data.set('username', 'boss');
  data.set('password', scratchPassword);
  const answer = await fetch(`${url}/login`, { method: 'POST', headers: { origin: url }, body: data, redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function ordersOf(api: Session, client: number): Promise<number> {
  let count = 0;
  for (let start = 0; ; ) {
    const page = await api.post('/api/orders/get/', { client_id: client, start_id: start, limit: 200 });
    const { orders: found } = (await page.json()) as { orders: { client: { id: number } }[] };
    count += found.filter((order) => order.client.id === client).length;
    start = Number(page.headers.get('x-next-start-id'));
    if (!start) return count;
  }
}

test.each(engines)('killed in the middle of a merge on %s: all of it is there, or nothing', { timeout: 240_000 }, async (engine) => {
  const { settings, remove } = await scratchDatabase(engine);
  try {
    let server = await startServer(settings);
    let api = await signInTo(server.url, 'boss', scratchPassword);
    for (const last_name of ['Главная', 'Вторая'])
      await api.post('/api/clients/add/', { first_name: 'Анна', last_name, email: `${last_name}@example.com` });
    const [main, other] = [1, 2];
    const add = async () => {
      for (let n = 0; n < orders / 8; n++) await api.post('/api/orders/add/', { client: other, product: 'Стол', price: '10.00' });
    };
    await Promise.all(Array.from({ length: 8 }, add));
    let merged = false;
    for (const wait of [...kills, 5000]) {
      const path = `/clients/merge?main=${main}&other=${other}&take=email`;
      const cookie = await cookieOf(server.url);
      const page = await fetch(server.url + path, { headers: { cookie } });
      const data = hiddenFields(await page.text(), /name="other_version"/);
      data.set('email', 'other');
      const answer = fetch(server.url + path, { method: 'POST', headers: { cookie, origin: server.url }, body: data, redirect: 'manual' });
      const acknowledged = await Promise.race([
        answer.then(
          (reply) => reply.headers.get('location') ?? '',
          () => '',
        ),
        new Promise<string>((done) => setTimeout(() => done(''), wait)),
      ]);
      await server.kill();
      await answer.catch(() => undefined);

      const verified = runCommand('verify', [], settings);
      expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
      server = await startServer(settings);
      api = await signInTo(server.url, 'boss', scratchPassword);
      const { client } = (await (await api.post(`/api/clients/get/${other}/`)).json()) as { client: { id: number; email: string } };
      merged = client.id === main;
      if (/merged=/.test(acknowledged)) expect(merged).toBe(true);
      expect(client.email).toBe('Вторая@example.com');
      expect(await ordersOf(api, main)).toBe(merged ? orders : 0);
      expect(await ordersOf(api, other)).toBe(merged ? 0 : orders);
      if (merged) break;
    }
    expect(merged).toBe(true);
    expect(await server.stop()).toBe(0);
  } finally {
    await remove();
  }
});
