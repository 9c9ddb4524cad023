import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '@/lib/testing/api';
import { hostileClients } from '@/lib/testing/hostile-clients';
import { ctxOf } from '@/lib/testing/people';
import { freePort } from '@/lib/testing/server';
import { cardVersions } from './table';

/** Radicale makes the place of a user at his first visit. */
const authorization = `Basic ${Buffer.from('office:').toString('base64')}`;
const folder = mkdtempSync(join(tmpdir(), 'radicale-'));
let server: ChildProcess;
let book = '';

async function answers(url: string): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if (await fetch(url, { method: 'PROPFIND', headers: { authorization, depth: '0' } }).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Radicale does not start');
}

beforeAll(async () => {
  await hostileClients(await ctxOf('admin'));
  const port = await freePort();
  const options = [`--server-hosts=127.0.0.1:${port}`, '--auth-type=none', `--storage-filesystem-folder=${folder}`];
  server = spawn('radicale', ['--config', '', ...options], { stdio: 'ignore' });
  const root = `http://127.0.0.1:${port}/office/`;
  await answers(root);
  book = `${root}clients/`;
  const body = `<?xml version="1.0"?><create xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>
    <resourcetype><collection/><C:addressbook/></resourcetype></prop></set></create>`;
  expect((await fetch(book, { method: 'MKCOL', body, headers: { authorization, 'content-type': 'text/xml' } })).status).toBe(201);
}, 60_000);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, body: string) =>
  fetch(book + name, { method: 'PUT', body, headers: { authorization, 'content-type': 'text/vcard' } });

/** Each card of a file by itself. */
function cardsOf(text: string): string[] {
  return text.split(/(?<=^END:VCARD\r\n)/m);
}

test.each(cardVersions)('an address book takes every card of version %s, and gives it back', async (version) => {
  const { status, text } = await call('GET', `/api/exports/clients/?format=vcf&version=${version}&sort=id`);
  expect(status).toBe(200);
  const cards = cardsOf(text);
  expect(cards).toHaveLength(15);
  for (const [n, card] of cards.entries()) {
    const uid = `UID:${version}-`;
    expect((await put(`${version}-${n}.vcf`, card.replace('UID:', uid))).status, card).toBe(201);
    const back = await (await fetch(`${book}${version}-${n}.vcf`, { headers: { authorization } })).text();
    const note = /^NOTE:.*(?:\r\n .*)*/m.exec(card)?.[0].replaceAll('\r\n ', '') ?? '-';
    expect(back.replaceAll(/\r?\n /g, '').replaceAll('\\;', ';')).toContain(note.slice(0, 30));
  }
});

test('it refuses a broken one, so it does judge', async () => {
  expect((await put('broken.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN')).status).toBe(400);
});
