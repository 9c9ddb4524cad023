import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A receiver that may keep an answer back: it has taken the event, and the worker does not know yet. */
export async function startReceiver() {
  const heard: string[] = [];
  let holdAt = Number.POSITIVE_INFINITY;
  let held: { answer: ServerResponse; uid: string } | undefined;
  let under = 0;
  let most = 0;
  const server = createServer((request, answer) => {
    const uid = String(request.headers['webhook-id']);
    most = Math.max(most, ++under);
    answer.on('close', () => under--);
    heard.push(uid);
    if (heard.length === holdAt) held = { answer, uid };
    else answer.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    most: () => most,
    holdNext: (n: number) => {
      held = undefined;
      holdAt = heard.length + n;
    },
    held: () => held,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits for something to be so. */
export async function until(what: string, met: () => boolean, ms = 100_000): Promise<void> {
  const end = Date.now() + ms;
  while (!met()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
