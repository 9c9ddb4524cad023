import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

/** A free port of this machine. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

export type Settings = Record<string, string>;

/** The environment of a started program: this one's, less what the tests themselves set. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production', LOG_LEVEL: 'error', ...settings };
}

/** Runs a command of the build to its end. */
export function runCommand(command: string, args: string[], settings: Settings, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/${command}.mjs`, ...args], {
    env: environment(settings),
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

export interface RunningProgram {
  process: ChildProcess;
  /** What it has printed. */
  output: () => string;
  /** Ends it like a power cut. */
  kill: () => Promise<void>;
  /** Ends it like an administrator. */
  stop: () => Promise<number | null>;
}

export interface RunningServer extends RunningProgram {
  url: string;
}

const doors = {
  /** `npm start`. */
  fast: ['dist/start.mjs'],
  /** Plain `next start`. */
  next: ['node_modules/next/dist/bin/next', 'start'],
};

function waitUntilReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`not ready: ${output()}`)), 60_000);
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`ended with ${code}: ${output()}`));
    });
    child.stdout?.on('data', () => {
      if (!/Ready (on|in)|^Working/m.test(output())) return;
      clearTimeout(late);
      done();
    });
  });
}

/** Starts a program of the build and waits until it says that it works. */
async function startProgram(args: string[], env: NodeJS.ProcessEnv): Promise<RunningProgram> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const output = () => printed;
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  await waitUntilReady(child, output);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { process: child, output, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

/** Starts the production build on a free port and waits until it answers. */
export async function startServer(settings: Settings, door: keyof typeof doors = 'fast'): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = door === 'next' ? [...doors.next, '-H', '127.0.0.1', '-p', String(port)] : doors.fast;
  return { url, ...(await startProgram(args, environment({ ...settings, PORT: String(port), APP_URL: url }))) };
}

/** Starts `npm run worker` of the build. */
export function startWorker(settings: Settings): Promise<RunningProgram> {
  return startProgram(['dist/worker.mjs'], environment(settings));
}

export interface Session {
  /** What a call carries that is not made by `post`. */
  auth: { authorization: string };
  post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;
}

/** Signs in over the API. */
export async function signInTo(url: string, username: string, password: string): Promise<Session> {
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/token/`, { method: 'POST', headers: json, body: JSON.stringify({ username, password }) });
  const { access } = (await answer.json()) as { access: string };
  const auth = { authorization: `Bearer ${access}` };
  return {
    auth,
    post: (path, body = {}, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...auth, ...headers }, body: JSON.stringify(body) }),
  };
}

function cookiesOf(answer: Response): string {
  const set = answer.headers.getSetCookie();
  return set.map((text) => text.split(';')[0]).join('; ');
}

/** Signs in as a browser does, through next-auth's own routes; the cookies. */
export async function signInAsBrowser(url: string, username: string, password: string): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' });
  const headers = { cookie: cookiesOf(csrf) };
  return cookiesOf(await fetch(`${url}/api/auth/callback/credentials`, { method: 'POST', body, headers, redirect: 'manual' }));
}
