import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signedHeaders } from './sign';

const docs = readFileSync(new URL('../../../docs/integrations/webhooks.md', import.meta.url), 'utf8');

/** The code in a language that holds a word. */
function sample(language: string, word: string): string {
  const found = [...docs.matchAll(/```(\w+)\n([^]*?)```/g)].find(([, name, code]) => name === language && code?.includes(word));
  if (!found?.[2]) throw new Error(`no sample in ${language}`);
  return found[2];
}

const [now, before] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
const body = JSON.stringify({ type: 'order.created', data: { description: 'Стол «Дуб»' } });
const headers = (shift = 0) => signedHeaders([now, before], { id: 'a', timestamp: Math.floor(Date.now() / 1000) + shift, body });
/** Secret, headers, body, and whether it is ours. */
const cases: [string, Record<string, string>, string, boolean][] = [
  [now, headers(), body, true],
  [before, headers(), body, true],
  ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', headers(), body, false],
  [now, headers(), `${body} `, false],
  [now, headers(-400), body, false],
  [now, { ...headers(), 'webhook-id': 'b' }, body, false],
];
const expected = cases.map(([, , , ours]) => ours);

test('the sample for Node.js tells ours from others', async () => {
  const code = sample('js', 'createHmac');
  const { verified } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    verified: (secret: string, headers: Record<string, string>, body: string) => boolean;
  };
  expect(cases.map(([secret, sent, text]) => verified(secret, sent, text))).toEqual(expected);
});

test('the sample for Python does, too', () => {
  const code = `${sample('python', 'hmac')}
import json, sys
print(json.dumps([verified(s, h, b.encode()) for s, h, b, _ in json.load(sys.stdin)]))`;
  const { stdout, stderr } = spawnSync('python3', ['-c', code], { input: JSON.stringify(cases), encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(expected);
});
