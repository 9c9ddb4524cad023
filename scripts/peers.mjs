// The programs of others that judge our exchange. A test that needs one is named after it:
// `clients.radicale.integration.test.ts` is planned where Radicale is found, and by `npm run integration` after it was installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where programs from npm go: never into the project. */
export const peersFolder = process.env.PEERS_DIR ?? join(tmpdir(), 'accounting-peers');

/** Node-RED 4 is the last that runs on Node 20. */
const nodeRed = { name: 'node-red', version: '4.1.15', file: join(peersFolder, 'node_modules/node-red/red.js') };

function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(join(folder, name)));
}

/** Debian's own Python: packages of the system are not there for another one. */
const python = '/usr/bin/python3';

function inPython(module) {
  return spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
}

/**
 * `light` ones are quick enough for `npm test`, where they are found; the others are started by `npm run integration` alone.
 * `debian` and `npm` say what brings them.
 */
export const peers = [
  { name: 'xmllint', light: true, debian: ['libxml2-utils'], found: () => onPath('xmllint') },
  { name: 'hledger', light: true, debian: ['hledger'], found: () => onPath('hledger') },
  { name: 'radicale', light: true, debian: ['radicale'], found: () => onPath('radicale') },
  { name: 'vobject', light: true, debian: ['python3-vobject'], found: () => inPython('vobject') },
  { name: 'node-red', light: false, npm: [`node-red@${nodeRed.version}`], found: () => existsSync(nodeRed.file) },
  {
    name: 'tryton',
    light: false,
    debian: [
      'tryton-server',
      'tryton-modules-party',
      'tryton-modules-company',
      'tryton-modules-product',
      'tryton-modules-sale',
      'tryton-modules-stock',
      'tryton-modules-account-invoice',
    ],
    found: () => onPath('trytond') && existsSync('/usr/lib/python3/dist-packages/trytond/modules/sale'),
  },
];

/** The files of tests that can run here: of every peer that is found, or of the light ones only. */
export function plannedTests(all) {
  return peers.filter(({ light, found }) => (all || light) && found()).map(({ name }) => `**/*.${name}.integration.test.ts`);
}
