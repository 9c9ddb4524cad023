import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentTooLarge, checkContent, contentPath, openContent, receiveContent } from './content-store';
import { markOwner, sweepContents } from './sweep';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contents-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = { limit: 10, headBytes: 4 };
const shaOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function keep(text: string): Promise<string> {
  const incoming = await receiveContent(folder, chunks(text), limits);
  await incoming.keep();
  return incoming.sha256;
}

test('a content that comes in pieces stands under its sha256', async () => {
  const incoming = await receiveContent(folder, chunks('abc', 'defg'), limits);
  expect([incoming.size, Buffer.from(incoming.head).toString(), incoming.sha256]).toEqual([7, 'abcd', shaOf('abcdefg')]);
  await incoming.keep();
  await incoming.discard();
  expect(readFileSync(contentPath(folder, incoming.sha256), 'utf8')).toBe('abcdefg');
  expect(readdirSync(folder)).toEqual([incoming.sha256.slice(0, 2)]);
});

test('too long, broken off or discarded, nothing stays behind', async () => {
  await expect(receiveContent(folder, chunks('abcdef', 'ghijkl'), limits)).rejects.toBeInstanceOf(ContentTooLarge);
  async function* breaking() {
    yield Buffer.from('abc');
    throw new Error('gone');
  }
  await expect(receiveContent(folder, breaking(), limits)).rejects.toThrow('gone');
  await (await receiveContent(folder, chunks('abc'), limits)).discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('a missing, a shortened and a changed content are told apart', async () => {
  const sha256 = await keep('abc');
  const look = () => checkContent(folder, { sha256, size: 3 });
  expect(await look()).toBeUndefined();
  writeFileSync(contentPath(folder, sha256), 'abd');
  expect(await look()).toMatch(/another content/);
  writeFileSync(contentPath(folder, sha256), 'ab');
  expect(await look()).toMatch(/has 2 bytes, not 3/);
  rmSync(contentPath(folder, sha256));
  expect(await look()).toMatch(/is missing/);
  expect(await openContent(folder, sha256)).toBeUndefined();
});

test('nothing but a sha256 names a content', () => {
  expect(() => contentPath(folder, '../../etc/passwd')).toThrow();
});

test('contents that nothing names go after an hour, uploads that broke off after a day', async () => {
  const [named, unnamed, young] = [await keep('named'), await keep('unnamed'), await keep('young')];
  const old = new Date(Date.now() - 26 * 3600 * 1000);
  for (const sha256 of [named, unnamed]) utimesSync(contentPath(folder, sha256), old, old);
  for (const name of ['incoming-1-a', 'incoming-1-b']) writeFileSync(join(folder, name), '');
  utimesSync(join(folder, 'incoming-1-a'), old, old);
  const sweep = () => sweepContents(folder, { mark: 'one', named: async () => new Set([named]), now: Date.now() });

  await markOwner(folder, 'one');
  await markOwner(folder, 'two');
  expect(await sweep()).toBe(0);
  expect(readdirSync(folder)).not.toContain('incoming-1-a');
  expect(readdirSync(folder)).toContain('incoming-1-b');

  rmSync(join(folder, 'databases', 'two'));
  expect(await sweep()).toBe(1);
  const there = async (sha256: string) => (await checkContent(folder, { sha256, size: sha256 === young ? 5 : 5 })) === undefined;
  expect([await there(named), await there(unnamed), await there(young)]).toEqual([true, false, true]);
});

test('a folder that nobody has made yet is swept, too', async () => {
  const sweep = (path: string) => sweepContents(path, { mark: 'one', named: async () => new Set(), now: Date.now() });
  expect(await sweep(join(folder, 'nowhere'))).toBe(0);
  mkdirSync(join(folder, 'ab'));
  expect(await sweep(folder)).toBe(0);
});
