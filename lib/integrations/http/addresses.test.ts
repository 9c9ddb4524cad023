import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedPlaces, isPublic, plainHost } from './addresses';

const closed = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  '2a00:1450::1%eth0',
  'ff02::1',
  'example.com',
  '',
];

test.each(closed)('%s is not public', (address) => expect(isPublic(address)).toBe(false));

test.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2a00:1450:4010:c0f::8a', '2606:4700::1111'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
);

const octet = fc.integer({ min: 0, max: 255 });
const privateAddress = fc.oneof(
  fc.tuple(fc.constant(10), octet, octet, octet),
  fc.tuple(fc.constant(127), octet, octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
);

/** The ways in which an address may be written in a URL. */
const writings: ((parts: number[]) => string)[] = [
  (parts) => parts.join('.'),
  (parts) => String(parts.reduce((sum, part) => sum * 256 + part, 0)),
  (parts) => `0x${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
  (parts) => parts.map((part) => `0${part.toString(8)}`).join('.'),
  (parts) => parts.map((part) => `0x${part.toString(16)}`).join('.'),
  ([a, b, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
  (parts) => `${parts.join('.')}.`,
  (parts) => `[::ffff:${parts.join('.')}]`,
  (parts) => `[64:ff9b::${parts.join('.')}]`,
  ([a = 0, b = 0, c = 0, d = 0]) => `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1]`,
];

test('a private address is known in every writing that a URL understands', () => {
  fc.assert(
    fc.property(privateAddress, fc.constantFrom(...writings), (parts, write) => {
      expect(isPublic(plainHost(new URL(`https://${write([...parts])}/`).hostname))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

describe('the allow-list', () => {
  const allowed = allowedPlaces(['erp.local', '192.168.1.0/24', '10.0.0.5', 'fd00::/8', '[::1]']);

  test.each([
    ['erp.local', '172.16.0.1'],
    ['ERP.local.', '172.16.0.1'],
    ['else', '192.168.1.77'],
    ['10.0.0.5', '10.0.0.5'],
    ['else', 'fd12::1'],
    ['::1', '::1'],
  ])('has %s at %s', (host, address) => expect(allowed.has(host, address)).toBe(true));

  test.each([
    ['my.erp.local', '172.16.0.1'],
    ['else', '192.168.2.1'],
    ['10.0.0.6', '10.0.0.6'],
    ['else', 'fd12::1%eth0'],
  ])('has not %s at %s', (host, address) => expect(allowed.has(host, address)).toBe(false));

  test.each(['erp.local/24', '10.0.0.0/33', '10.0.0.0/x'])('%s is no entry', (entry) =>
    expect(() => allowedPlaces([entry])).toThrow('EXCHANGE_ALLOW'),
  );
});
