import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftKey, dropDraft, readDraft, serialOf, writeDraft } from './draft-store';

const kept = new Map<string, string>();
const draft = { at: 1, version: '3', values: { description: 'вторник' } };

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a draft is kept for one user and one record', () => {
  expect(writeDraft(draftKey(1, 'order:12'), draft)).toBe(true);
  expect(readDraft(draftKey(1, 'order:12'))).toEqual(draft);
  expect(readDraft(draftKey(2, 'order:12'))).toBeUndefined();
  expect(readDraft(draftKey(1, 'order:1'))).toBeUndefined();
  dropDraft(draftKey(1, 'order:12'));
  expect(readDraft(draftKey(1, 'order:12'))).toBeUndefined();
});

test.each(['{', '[]', 'null', '{"at":"1"}', '{"at":1,"version":"","values":{"a":1}}'])('%s is no draft', (text) => {
  kept.set('key', text);
  expect(readDraft('key')).toBeUndefined();
});

test('a storage that is full or forbidden is no failure', () => {
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(writeDraft('key', draft)).toBe(false);
  expect(readDraft('key')).toBeUndefined();
  dropDraft('key');
});

test('the same values are the same in any order, whatever the key of the form', () => {
  expect(serialOf({ a: '1', b: '2', form_key: 'x' })).toBe(serialOf({ b: '2', a: '1', form_key: 'y' }));
  expect(serialOf({ a: '1' })).not.toBe(serialOf({ a: '2' }));
});
