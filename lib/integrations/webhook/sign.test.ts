import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { signatureHeader, signedHeaders, signingSecrets } from './sign';

const secretOf = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;

describe('a signature', () => {
  test('is the one that the specification’s own example has', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
    expect(signatureHeader(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  test('of any body and any secret is taken by the library that receivers use', () => {
    const bodies = fc.record({ id: fc.uuid(), data: fc.json(), bytes: fc.integer({ min: 24, max: 64 }) });
    fc.assert(
      fc.property(bodies, ({ id, data, bytes }) => {
        const secret = secretOf(bytes);
        const body = JSON.stringify({ type: 'order.created', data });
        const headers = signedHeaders([secret], { id, timestamp: Math.floor(Date.now() / 1000), body });
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      }),
    );
  });

  test('by two secrets is taken by whoever knows either, and by nobody else', () => {
    const [now, before, foreign] = [secretOf(32), secretOf(32), secretOf(32)];
    const body = '{"type":"order.created"}';
    const headers = signedHeaders([now, before], { id: 'a', timestamp: Math.floor(Date.now() / 1000), body });
    expect(new Webhook(now).verify(body, headers)).toEqual({ type: 'order.created' });
    expect(new Webhook(before).verify(body, headers)).toEqual({ type: 'order.created' });
    expect(() => new Webhook(foreign).verify(body, headers)).toThrow();
  });

  test('does not stand for another body, id or time', () => {
    const secret = secretOf(32);
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = signedHeaders([secret], { id: 'a', timestamp, body: '{"sum":1}' });
    const judge = new Webhook(secret);
    expect(() => judge.verify('{"sum":2}', headers)).toThrow();
    expect(() => judge.verify('{"sum":1}', { ...headers, 'webhook-id': 'b' })).toThrow();
    expect(() => judge.verify('{"sum":1}', { ...headers, 'webhook-timestamp': String(timestamp + 1) })).toThrow();
  });

  test('is good for five minutes: a repetition has to be signed anew', () => {
    const secret = secretOf(32);
    const at = (seconds: number) =>
      signedHeaders([secret], { id: 'a', timestamp: Math.floor(Date.now() / 1000) + seconds, body: '{"sum":1}' });
    const judge = new Webhook(secret);
    expect(() => judge.verify('{"sum":1}', at(-290))).not.toThrow();
    expect(() => judge.verify('{"sum":1}', at(-310))).toThrow();
    expect(() => judge.verify('{"sum":1}', at(310))).toThrow();
  });
});

describe('the secrets that sign', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const until = (ms: number) => String(now.getTime() + ms);

  test('are the one there is, and the one before as long as it is good', () => {
    expect(signingSecrets({ secret: 'new', previous: 'old', previousUntil: until(1) }, now)).toEqual(['new', 'old']);
    expect(signingSecrets({ secret: 'new', previous: 'old', previousUntil: until(0) }, now)).toEqual(['new']);
    expect(signingSecrets({ secret: 'new' }, now)).toEqual(['new']);
    expect(signingSecrets({}, now)).toEqual([]);
  });
});
