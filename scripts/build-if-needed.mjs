// `npm run demo` and the tests build only when a source file is newer than the last build; with `commands`, only the
// bundle of the commands is made, and only when one is missing – pages may be served from the same folder meanwhile.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'scripts',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'package-lock.json',
  'tsconfig.json',
];
const built = ['.next/BUILD_ID', 'dist/start.mjs'];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[2] === 'commands') {
  const missing = ['user', 'verify', 'seed', 'backup', 'restore', 'import', 'worker'].filter((name) => !existsSync(`dist/${name}.mjs`));
  if (missing.length > 0) execSync('node scripts/bundle.mjs', { stdio: 'inherit' });
  process.exit(0);
}

const oldestBuild = Math.min(...built.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));
if (Math.max(...sources.map(newest)) > oldestBuild) execSync('npm run build', { stdio: 'inherit' });
