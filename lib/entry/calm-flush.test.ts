import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { calmFlush } from './calm-flush';

type Flushed = ServerResponse & { flush: () => void };

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed)))));

/** Asks a server whose answer is written by `answer`; how often its compressor was asked to send. */
async function flushesOf(answer: (response: Flushed) => Promise<void>): Promise<number> {
  let flushes = 0;
  const server = createServer(async (_, response) => {
    calmFlush(response);
    // As the compressor gives itself to an answer.
    const flushed = Object.assign(response, { flush: () => flushes++ });
    await answer(flushed as unknown as Flushed);
    response.end();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
  return flushes;
}

function rest(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

test('many pieces in a row are sent together, at the latest with the end', async () => {
  const flushes = await flushesOf(async (response) => {
    for (let n = 0; n < 100; n++) {
      response.write('piece');
      response.flush();
    }
  });
  expect(flushes).toBe(0);
});

test('what was written is sent while the rest is waited for', async () => {
  const flushes = await flushesOf(async (response) => {
    response.write('piece');
    response.flush();
    response.write('piece');
    response.flush();
    await rest(80);
  });
  expect(flushes).toBe(1);
});
