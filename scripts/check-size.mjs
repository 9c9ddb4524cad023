// First-load JavaScript of every page, gzipped and without the polyfills of browsers that know no modules, against its budget.
import { execSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB. Next and React alone are about 137. */
const budget = 160;

execSync('node scripts/build-if-needed.mjs', { stdio: 'inherit' });

const build = '.next';
const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8'));
const sizes = new Map();

function sizeOf(file) {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(build, file))).length / 1000;
  sizes.set(file, known);
  return known;
}

/** The files a page loads at first, by the manifest that Next writes beside it. */
function filesOf(manifest) {
  const text = readFileSync(manifest, 'utf8');
  const assigned = text.slice(text.indexOf('] = {') + 4).replace(/;\s*$/, '');
  const { entryJSFiles } = JSON.parse(assigned);
  // Error pages load theirs only when they are shown.
  const entries = Object.entries(entryJSFiles).filter(([entry]) => /\/(layout|page)$/.test(entry));
  return new Set([...rootMainFiles, ...entries.flatMap(([, files]) => files)]);
}

const root = join(build, 'server/app');
const manifests = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('page_client-reference-manifest.js'));
const pages = manifests
  .map((file) => ({ page: `/${file.replace(/\/?page_client.*$/, '').replace(/\([^)]*\)\/?/g, '')}`, files: filesOf(join(root, file)) }))
  .map(({ page, files }) => ({ page, size: [...files].reduce((sum, file) => sum + sizeOf(file), 0) }))
  .sort((a, b) => b.size - a.size);

if (pages.length < 10) throw new Error(`only ${pages.length} pages were found in ${root}: has Next changed its manifests?`);
for (const { page, size } of pages) process.stdout.write(`${size.toFixed(1).padStart(7)} kB  ${page}\n`);
const heavy = pages.filter(({ size }) => size > budget);
if (heavy.length > 0) {
  process.stderr.write(`Over the budget of ${budget} kB: ${heavy.map(({ page }) => page).join(', ')}\n`);
  process.exit(1);
}
