// `npm test`: everything, in one go. The last line counts all of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { findLibreOffice } from './find-libreoffice.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'accounting-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
  process.stdout.write(`\n> ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function report(name) {
  try {
    return JSON.parse(readFileSync(join(scratch, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A step that is one test by itself. */
function step(command, args) {
  const done = run(command, args);
  count(done ? { passed: 1 } : { failed: 1 });
  return done;
}

/** A suite that tells its own numbers; one that ended badly without a failed test counts as one failure. */
function suite(done, numbers) {
  count(numbers ?? {});
  if (!done && !numbers?.failed) count({ failed: 1 });
}

function vitestNumbers() {
  const json = report('vitest.json');
  return (
    json && {
      passed: json.numPassedTests,
      failed:
        json.numFailedTests + json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
      skipped: json.numPendingTests + json.numTodoTests,
    }
  );
}

function playwrightNumbers() {
  const stats = report('playwright.json')?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const chromium = findChromium();
const libreOffice = findLibreOffice();
if (step('node', ['scripts/build-if-needed.mjs'])) {
  step('npm', ['run', '--silent', 'check']);
  const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(scratch, 'vitest.json')}`];
  suite(run('npx', vitest, { SOFFICE_PATH: libreOffice }), vitestNumbers());
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(scratch, 'playwright.json') };
  suite(run('npx', ['playwright', 'test', '--reporter=list,json'], env), playwrightNumbers());
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);
