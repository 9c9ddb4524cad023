import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

test.each([
  ['sqlite', 'sqlite', 'file:'],
  ['postgres', 'postgresql', 'postgres://'],
])('the migrations of %s make the schema as it stands: generating again finds nothing', { timeout: 60_000 }, (folder, dialect, url) => {
  const root = join(import.meta.dirname, '..');
  const scratch = mkdtempSync(join(tmpdir(), 'accounting-migrations-'));
  try {
    cpSync(join(root, 'db/migrations', folder), scratch, { recursive: true });
    const before = readdirSync(scratch, { recursive: true });
    const flags = ['--dialect', dialect, '--schema', './db/schema', '--out', relative(root, scratch), '--casing', 'snake_case'];
    const run = spawnSync('npx', ['drizzle-kit', 'generate', ...flags], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    });
    expect(run.stdout).toContain('No schema changes');
    expect(readdirSync(scratch, { recursive: true })).toEqual(before);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
