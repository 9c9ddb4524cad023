/** `npm start`: pages by Next, the API by the fast door, on one port. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import next from 'next';
import { closeEngine, getEngine } from '@/db/client';
import { sealJournal } from '@/lib/domain/journal/seal';
import { appUrl, env } from '@/lib/env';
import { log } from '@/lib/log';
import { startOnce } from '@/lib/start';
import { calmFlush } from './calm-flush';
import { addressOf, isFastDoor, nodeDoor } from './node-door';

/** How long open requests may finish after a signal, ms. */
const graceMs = 8000;

function refuseUnreadable(error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify({ success: false, error: 'The request could not be read.', code: 'bad_request' });
  const reason = 'code' in error ? error.code : undefined;
  const status =
    reason === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : reason === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
  socket.end(head + body);
}

async function listen(): Promise<void> {
  const { HOST, PORT } = env();
  process.env.NEXTAUTH_URL ??= appUrl();
  await startOnce();
  const pages = next({ dev: false, hostname: HOST, port: PORT });
  await pages.prepare();
  const handlePage = pages.getRequestHandler();

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    const fast = isFastDoor(url);
    if (!fast) calmFlush(response);
    const work = fast ? nodeDoor(request, response) : handlePage(withAddress(request), response);
    work.catch((error: unknown) => {
      log().error({ err: error }, 'request failed');
      response.destroy();
    });
  });
  server.on('clientError', refuseUnreadable);
  server.on('error', (error) => {
    process.stderr.write(`Cannot listen on ${HOST}:${PORT}: ${error.message}\n`);
    process.exit(1);
  });
  await new Promise<void>((done) => server.listen(PORT, HOST, done));
  process.stdout.write(`Ready on ${appUrl()}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server));
}

/** Pages learn the visitor's address from this header; what a visitor wrote there himself counts for nothing. */
function withAddress(request: IncomingMessage): IncomingMessage {
  request.headers['x-forwarded-for'] = addressOf(request);
  return request;
}

async function stop(server: ReturnType<typeof createServer>): Promise<void> {
  setTimeout(() => process.exit(0), graceMs).unref();
  server.close();
  server.closeIdleConnections();
  await new Promise((done) => server.once('close', done));
  await sealJournal(getEngine());
  await closeEngine();
  process.exit(0);
}

/** Migrates, then serves until a signal. A start that fails is one sentence and exit code 1. */
export async function serve(): Promise<void> {
  try {
    await listen();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
