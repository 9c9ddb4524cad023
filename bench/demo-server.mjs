// The demonstration on a free port, with a database of its own that goes when the benchmark is over.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/** How long the made-up data may take, and how long a stop may, ms. */
const patience = { start: 180_000, stop: 10_000 };

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

async function answers(url, server) {
  const until = Date.now() + patience.start;
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await rest(200);
  }
  throw new Error('The demonstration did not start');
}

/** Starts it; `stop` ends it and takes its files away. */
export async function startDemo() {
  const port = Number(process.env.BENCH_PORT ?? (await freePort()));
  const base = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'accounting-bench-'));
  const env = { ...process.env, PORT: String(port), APP_URL: base, DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const server = spawn(process.execPath, ['dist/demo.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((done) => server.once('exit', done));

  async function stop() {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), patience.stop);
    if (server.exitCode === null) await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    await answers(`${base}/api/health/`, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, stop };
}
