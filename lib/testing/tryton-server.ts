import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './server';

/** A real Tryton of Debian on a database of its own, with a company in roubles. */
export interface TrytonServer {
  address: string;
  database: string;
  login: string;
  password: string;
  /** Calls it directly, as somebody who works there. */
  call: (method: string, params: unknown[], context?: Record<string, unknown>) => Promise<unknown>;
  stop: () => Promise<void>;
}

const database = 'shop';
const login = 'admin';
const password = 'tryton password 17';

async function answers(url: string): Promise<void> {
  for (let n = 0; n < 150; n++) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Tryton does not start');
}

/** Makes the database (some 15 seconds) and starts the server on a free port of this machine. */
export async function startTryton(): Promise<TrytonServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tryton-'));
  const port = await freePort();
  const [config, pass] = [join(folder, 'trytond.conf'), join(folder, 'pass')];
  writeFileSync(config, `[database]\nuri = sqlite://\npath = ${folder}\n[web]\nlisten = 127.0.0.1:${port}\n`);
  writeFileSync(pass, password);
  writeFileSync(join(folder, `${database}.sqlite`), '');
  const env = { ...process.env, TRYTONPASSFILE: pass };
  const admin = (...args: string[]) => execFileSync('trytond-admin', ['-c', config, '-d', database, ...args], { env, stdio: 'ignore' });
  admin('--all', '--email', 'a@example.test');
  admin('-u', 'sale', 'stock', 'party', '--activate-dependencies', '-l', 'ru');
  const server: ChildProcess = spawn('trytond', ['-c', config, '-d', database], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { address, database, login, password, call: await companyOn(address), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the server and gives it a company in roubles; how it is called then. */
async function companyOn(address: string): Promise<TrytonServer['call']> {
  await answers(address);
  let session = '';
  const ask = async (method: string, params: unknown[]): Promise<unknown> => {
    const answer = await fetch(`${address}/${database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session ? { authorization: session } : {}) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const said = (await answer.json()) as { result?: unknown; error?: unknown };
    if (said.error) throw new Error(JSON.stringify(said.error));
    return said.result;
  };
  const [user, key] = (await ask('common.db.login', [login, { password }, 'en'])) as [number, string];
  session = `Session ${Buffer.from(`${login}:${user}:${key}`).toString('base64')}`;
  let own: Record<string, unknown> = {};
  const call = (method: string, params: unknown[], context: Record<string, unknown> = {}) =>
    ask(`model.${method}`, [...params, { ...own, ...context }]);

  const exact = (decimal: string) => ({ __class__: 'Decimal', decimal });
  const day = { __class__: 'date', year: 2020, month: 1, day: 1 };
  const rouble = { name: 'Рубль', code: 'RUB', numeric_code: '643', symbol: '₽', digits: 2, rounding: exact('0.01') };
  await call('currency.currency.create', [[{ ...rouble, rates: [['create', [{ rate: exact('1'), date: day }]]] }]]);
  const [party] = (await call('party.party.create', [[{ name: 'Наша фирма', addresses: [['create', [{}]]] }]])) as number[];
  const [company] = (await call('company.company.create', [[{ party, currency: 1 }]])) as number[];
  await call('res.user.write', [[user], { companies: [['add', [company]]], company }]);
  own = { company };

  return call;
}
