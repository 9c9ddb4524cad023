// `npm run bench -- exports [--orders=N] [--runs=3] [FILE.json]`: downloads of N orders from a server that somebody else uses meanwhile.
// Rows a second are told beside those of a plain loop over the same rows in the same run, for that is what a machine is compared by.
import { execFileSync, execSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

const given = process.argv.slice(3);
const numberOf = (name, usual) => Number(given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const [orders, runs] = [numberOf('orders', 100_000), numberOf('runs', 3)];
const file = resolve(given.find((one) => !one.startsWith('--')) ?? 'data/bench/exports.json');
/** First byte, ms; memory above idle, MB. */
const budgets = { first: 300, memory: 150 };

const say = (text) => process.stderr.write(`${text}\n`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const share = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

function freePort() {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** Resident memory of a process, MB. */
function memory(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Looks at something again and again until it is stopped; what was seen. */
function watching(look, every) {
  const seen = [];
  let on = true;
  const done = (async () => {
    while (on) {
      seen.push(await look());
      await rest(every);
    }
  })();
  return async () => {
    on = false;
    await done;
    return seen;
  };
}

async function measure({ base, pid, headers }, query) {
  const list = async () => {
    const started = performance.now();
    const answer = await fetch(`${base}/api/orders/get/`, { method: 'POST', headers, body: '{"limit":50}' });
    await answer.arrayBuffer();
    return performance.now() - started;
  };
  await rest(1000);
  const idle = memory(pid);
  const memories = watching(async () => memory(pid), 20);
  const others = watching(list, 5);
  const started = performance.now();
  const answer = await fetch(`${base}/api/exports/orders/?${query}`, { headers });
  let [first, bytes] = [0, 0];
  for await (const piece of answer.body) {
    first ||= performance.now() - started;
    bytes += piece.length;
  }
  const seconds = (performance.now() - started) / 1000;
  const waits = await others();
  return { first, seconds, bytes, above: Math.max(...(await memories())) - idle, idle, p50: median(waits), p99: share(waits, 0.99) };
}

execSync('node scripts/build-if-needed.mjs', { stdio: 'inherit' });
const folder = mkdtempSync(join(tmpdir(), 'accounting-bench-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const database = join(folder, 'app.db');
const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${database}`, PORT: String(port), APP_URL: base, LOG_LEVEL: 'error' };
let server;
try {
  say(`Making ${orders} orders up …`);
  const clients = String(Math.max(1, Math.round(orders / 10)));
  execFileSync(process.execPath, ['dist/seed.mjs', '--clients', clients, '--orders', String(orders)], { env, stdio: 'ignore' });
  execFileSync(process.execPath, ['dist/user.mjs', 'add', 'bench', '--role', 'admin', '--password-stdin'], {
    env,
    input: 'bench bench bench',
  });
  server = spawn(process.execPath, ['dist/start.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await fetch(`${base}/api/health/`).catch(() => undefined))?.ok) await rest(200);
  const json = { 'content-type': 'application/json' };
  const token = await fetch(`${base}/api/token/`, {
    method: 'POST',
    headers: json,
    body: '{"username":"bench","password":"bench bench bench"}',
  });
  const headers = { ...json, authorization: `Bearer ${(await token.json()).access}` };
  const asked = { base, pid: server.pid, headers };

  const plain = [];
  for (let n = 0; n < runs; n++) {
    const { rows, seconds } = JSON.parse(execFileSync(process.execPath, ['bench/plain-loop.mjs', database, join(folder, 'plain.csv')]));
    plain.push(rows / seconds);
  }
  const limit = median(plain);
  const results = { orders, plain: limit, downloads: {} };
  say(`plain loop: ${Math.round(limit)} rows/s`);
  for (const [name, query] of [
    ['csv', 'format=csv'],
    ['csv, five columns', 'format=csv&columns=created_at,client,status,total_price'],
    ['csv by status', 'format=csv&sort=status'],
    ['xlsx', 'format=xlsx'],
    ['json', 'format=json'],
  ]) {
    const measured = [];
    for (let n = 0; n < runs; n++) measured.push(await measure(asked, query));
    const of = (key) => median(measured.map((one) => one[key]));
    const speed = orders / of('seconds');
    const peak = Math.max(...measured.map(({ above }) => above));
    const one = {
      speed,
      ratio: speed / limit,
      first: of('first'),
      above: peak,
      megabytes: of('bytes') / 1e6,
      p50: of('p50'),
      p99: of('p99'),
    };
    results.downloads[name] = one;
    const over = (value, budget) => (value > budget ? 'OVER' : 'ok');
    say(
      `${name}: ${Math.round(speed)} rows/s, ×${one.ratio.toFixed(2)} of the plain loop; first byte ${Math.round(one.first)} ms ${over(one.first, budgets.first)}; ` +
        `+${Math.round(peak)} MB ${over(peak, budgets.memory)}; others waited ${Math.round(one.p50)} ms, p99 ${Math.round(one.p99)} ms; ${one.megabytes.toFixed(1)} MB`,
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  server?.kill('SIGTERM');
  if (server && server.exitCode === null) await new Promise((done) => server.once('exit', done));
  rmSync(folder, { recursive: true, force: true });
}
