// `npm run integration [-- NAME …]`: our exchange before the real programs of others. What is missing is installed, by apt and
// npm; what cannot be is told in a sentence and counts as a failure, since then nobody has judged. Names narrow it: `tryton`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { installPackage, tryTo } from './install-package.mjs';
import { peers, peersFolder } from './peers.mjs';

const names = process.argv.slice(2);
const unknown = names.filter((wanted) => !peers.some(({ name }) => name === wanted));
if (unknown.length > 0) {
  process.stderr.write(`Not known: ${unknown.join(', ')}. There are: ${peers.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
const wanted = peers.filter(({ name }) => names.length === 0 || names.includes(name));

function installed({ debian, npm, found }) {
  if (found()) return true;
  if (debian) return installPackage(debian.join(' '), found);
  mkdirSync(peersFolder, { recursive: true });
  return tryTo(`npm install --silent --no-audit --no-fund --prefix ${peersFolder} ${npm.join(' ')}`, found);
}

const missing = wanted.filter((peer) => !installed(peer));
const present = wanted.filter((peer) => !missing.includes(peer));
let failed = missing.length > 0;
if (present.length > 0) {
  const built = spawnSync('node', ['scripts/build-if-needed.mjs'], { stdio: 'inherit' }).status === 0;
  const files = present.map(({ name }) => `.${name}.integration.test.ts`);
  // Of a peer whose suite is not written yet there is nothing to run.
  const args = ['vitest', 'run', '--project', 'integration', '--passWithNoTests', ...files];
  const env = { ...process.env, INTEGRATION: 'all', PEERS_DIR: peersFolder };
  const ran = built && spawnSync('npx', args, { stdio: 'inherit', env }).status === 0;
  failed ||= !ran;
}
process.stdout.write(`\nJudged by ${present.map(({ name }) => name).join(', ') || 'nobody'}.\n`);
for (const { name, debian, npm } of missing) {
  const by = debian ? `apt-get install ${debian.join(' ')}` : `npm install ${npm.join(' ')}`;
  process.stdout.write(`${name} is not here and could not be installed (${by}), so its tests did not run.\n`);
}
process.exit(failed ? 1 : 0);
