import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peersFolder } from '../../scripts/peers.mjs';
import { freePort } from './server';

/** What the flow has taken: whether it knew the signature, and what was in it. */
export interface Taken {
  ok: boolean;
  id: string;
  message: { type: string; timestamp: string; data: Record<string, unknown> };
}

export interface NodeRed {
  url: string;
  /** Tells the flow the secret that it checks by. */
  knows: (secret: string) => Promise<void>;
  taken: () => Promise<Taken[]>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  remove: () => Promise<void>;
}

/** Standard Webhooks as somebody would check it in a function of Node-RED. */
const check = `
const headers = msg.req.headers, raw = msg.payload;
const signed = headers['webhook-id'] + '.' + headers['webhook-timestamp'] + '.' + raw.toString('utf8');
const key = Buffer.from((global.get('secret') || '').replace('whsec_', ''), 'base64');
const wanted = Buffer.from(crypto.createHmac('sha256', key).update(signed).digest('base64'));
const fresh = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 300;
const ok = fresh && headers['webhook-signature'].split(' ').some((each) => {
    const given = Buffer.from(each.slice('v1,'.length));
    return each.startsWith('v1,') && given.length === wanted.length && crypto.timingSafeEqual(given, wanted);
});
const taken = global.get('taken') || [];
taken.push({ ok, id: headers['webhook-id'], message: JSON.parse(raw.toString('utf8')) });
global.set('taken', taken);
msg.statusCode = ok ? 200 : 401;
msg.payload = { ok };
return msg;
`;

function chain(name: string, http: Record<string, unknown>, func: string) {
  const place = { z: 'flow', x: 100, y: 100 };
  return [
    { id: `${name}-in`, type: 'http in', name, ...http, wires: [[`${name}-do`]], ...place },
    {
      id: `${name}-do`,
      type: 'function',
      name,
      func,
      outputs: 1,
      libs: [{ var: 'crypto', module: 'crypto' }],
      wires: [[`${name}-out`]],
      ...place,
    },
    { id: `${name}-out`, type: 'http response', name, statusCode: '', headers: {}, wires: [], ...place },
  ];
}

const flows = [
  { id: 'flow', type: 'tab', label: 'Webhooks' },
  ...chain('hook', { url: '/hook', method: 'post', skipBodyParsing: true }, check),
  ...chain('secret', { url: '/secret', method: 'post' }, "global.set('secret', msg.payload.secret); msg.payload = {}; return msg;"),
  ...chain('taken', { url: '/taken', method: 'get' }, "msg.payload = global.get('taken') || []; return msg;"),
];

/** A real Node-RED with a flow that takes webhooks; not started yet. What it has taken is forgotten when it stops. */
export async function nodeRed(): Promise<NodeRed> {
  const folder = mkdtempSync(join(tmpdir(), 'node-red-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'flows.json'), JSON.stringify(flows));
  writeFileSync(
    join(folder, 'settings.js'),
    `module.exports = { uiHost: '127.0.0.1', uiPort: ${port}, flowFile: 'flows.json', httpAdminRoot: false, functionExternalModules: true,
      telemetry: { enabled: false }, editorTheme: { projects: { enabled: false } }, logging: { console: { level: 'warn' } } };`,
  );
  let stop = async () => {};
  const start = async () => {
    const program = join(peersFolder, 'node_modules/node-red/red.js');
    const child = spawn(process.execPath, [program, '--userDir', folder], { stdio: 'ignore' });
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    stop = async () => {
      child.kill();
      await ended;
    };
    for (let n = 0; n < 300; n++) {
      const answer = await fetch(`${url}/taken`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('Node-RED does not start');
  };
  return {
    url,
    knows: async (secret) => {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${url}/secret`, { method: 'POST', headers, body: JSON.stringify({ secret }) });
    },
    taken: async () => (await (await fetch(`${url}/taken`)).json()) as Taken[],
    start,
    stop: () => stop(),
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
