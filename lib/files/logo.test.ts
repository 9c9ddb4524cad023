import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepLogo, readLogo } from './logo';
import { pictureType } from './picture';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const png = Buffer.from('89504e470d0a1a0a00', 'hex');

test('a logo is found under its sha256, once however often it comes', async () => {
  const sha256 = await keepLogo(png);
  expect(await keepLogo(png)).toBe(sha256);
  expect(readdirSync(join(folder, 'files', sha256.slice(0, 2)))).toEqual([sha256]);
  expect(await readLogo(sha256)).toEqual({ bytes: new Uint8Array(png), type: 'image/png' });
  expect(await readLogo(sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toBeUndefined();
  expect(await readLogo('')).toBeUndefined();
});

test('a picture is known by its bytes', () => {
  expect(pictureType(png)).toBe('image/png');
  expect(pictureType(Buffer.from('ffd8ffe000104a46', 'hex'))).toBe('image/jpeg');
  expect(pictureType(Buffer.from('<svg onload="">'))).toBeUndefined();
  expect(pictureType(Buffer.from(''))).toBeUndefined();
});
