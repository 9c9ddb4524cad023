// `npm run bench`: what the pages cost the one who opens them, measured in a real Chromium on the demonstration data.
//   npm run bench -- [FILE.json] [--runs=3]
import { execSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { startDemo } from './demo-server.mjs';
import { firstLoad, widths, windowOf } from './first-load.mjs';
import { interactions } from './interactions.mjs';
import { asText, budgets, causes, isOver } from './report.mjs';
import { sectionSwitch } from './section-switch.mjs';

const paths = ['/orders', '/clients', '/', '/orders/2', '/clients/1', '/orders/new', '/products', '/reports', '/history'];

const given = process.argv.slice(2);
const runs = Number(given.find((one) => one.startsWith('--runs='))?.slice(7) ?? 3);
const file = resolve(given.find((one) => !one.startsWith('--')) ?? 'data/bench/pages.json');
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1');

const say = (text) => process.stderr.write(`${text}\n`);

/** Signs in through the page; what a later window needs to be signed in, too. */
async function signedIn(browser, base) {
  const context = await windowOf(browser, base, 1440);
  const page = await context.newPage();
  await page.goto('/login');
  await page.locator('[name=username]').fill('test');
  await page.locator('[name=password]').fill('test');
  await Promise.all([page.waitForURL((url) => url.pathname !== '/login'), page.locator('button[type=submit]').first().click()]);
  // The server reads a page's code when it is first asked for: that is not the page's own cost.
  for (const path of paths) await page.goto(path);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function measure(browser, base) {
  const state = await signedIn(browser, base);
  const pages = [];
  const steps = [];
  for (const width of widths) {
    say(`First loads at ${width} …`);
    pages.push(await firstLoad(browser, base, { width, state: undefined, path: '/login', runs }));
    for (const path of paths) pages.push(await firstLoad(browser, base, { width, state, path, runs }));
    say(`Interactions at ${width} …`);
    steps.push(...(await interactions(browser, base, { width, state, runs })));
  }
  say('Section switch …');
  return { pages, steps, switches: await sectionSwitch(browser, base, { state }) };
}

execSync('node scripts/build-if-needed.mjs', { stdio: 'inherit' });
const demo = await startDemo();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  const figures = await measure(browser, demo.base);
  const about = { at: new Date().toISOString(), node: process.version, chromium: browser.version(), cores: cpus().length, runs };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ about, budgets, ...figures }, null, 2)}\n`);
  process.stdout.write(asText(figures));
  const why = causes(figures);
  if (why) process.stdout.write(`\n${why}\n`);
  process.stdout.write(`\nWritten to ${file}\n`);
  process.exitCode = isOver(figures) ? 1 : 0;
} finally {
  await browser.close();
  await demo.stop();
}
