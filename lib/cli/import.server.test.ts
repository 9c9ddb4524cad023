import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engines, scratchDatabase } from '@/lib/testing/scratch-database';
import { runCommand } from '@/lib/testing/server';

test.each(engines)('npm run import on %s: counts, a dry run, bad rows with their reasons, what is wrong with a file', async (engine) => {
  const { settings, remove } = await scratchDatabase(engine);
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    const run = (...args: string[]) => runCommand('import', args, settings);
    const path = join(folder, 'клиенты.csv');
    writeFileSync(path, 'Фамилия;Телефон;E-mail\r\nСоколова;8 (900) 123-45-67;s@example.com\r\nОшибка;12;\r\n');
    const tried = run('clients', path, '--dry-run');
    expect([tried.status, tried.stdout.split('\n')[0]]).toEqual([
      1,
      'new 1, changed 0, same 0, duplicate 0, binned 0, conflict 0, error 1',
    ]);
    const written = run('client', path, '--match', 'email,phone');
    expect([written.status, written.stdout, written.stderr]).toEqual([
      1,
      expect.stringContaining('Created 1, changed 0, restored 0, refused 0'),
      '',
    ]);
    const bad = readFileSync(`${path}.errors.csv`, 'utf8');
    expect(bad).toContain('Фамилия;Телефон;E-mail;Строка файла;Что не так');
    expect(bad).toContain('Телефон: Телефонный номер');
    rmSync(`${path}.errors.csv`);

    writeFileSync(path, 'Фамилия;Телефон;E-mail\r\nСоколова;+79001234567;s@example.com\r\n');
    const again = run('client', path);
    expect([again.status, again.stdout]).toEqual([0, 'new 0, changed 0, same 1, duplicate 0, binned 0, conflict 0, error 0\n']);
    expect(existsSync(`${path}.errors.csv`)).toBe(false);

    writeFileSync(path, '%PDF-1.7');
    expect(run('client', path)).toMatchObject({ status: 1, stderr: expect.stringContaining('Это не таблица') });
    expect(run('people', path)).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run import') });
    expect(run('client', join(folder, 'нет.csv'))).toMatchObject({ status: 1 });
    expect(run('client', path, '--as', 'nobody')).toMatchObject({ status: 1, stderr: expect.stringContaining('nobody') });
    const verified = runCommand('verify', [], settings);
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('whole')]);
  } finally {
    rmSync(folder, { recursive: true });
    await remove();
  }
});
