import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { call } from '@/lib/testing/api';
import { hostileClients } from '@/lib/testing/hostile-clients';
import { ctxOf } from '@/lib/testing/people';

/** What another program's reader finds in cards. */
const reader = `
import json, sys, vobject
def of(card, name):
    found = card.contents.get(name, [])
    return found[0].value if found else None
cards = []
for card in vobject.readComponents(sys.stdin.buffer.read().decode('utf-8')):
    card.validate()
    n, adr = of(card, 'n'), of(card, 'adr')
    cards.append({'fn': of(card, 'fn'), 'n': [n.family, n.given, n.additional], 'org': of(card, 'org'), 'tel': of(card, 'tel'),
        'email': of(card, 'email'), 'street': adr.street, 'note': of(card, 'note'), 'uid': of(card, 'uid')})
json.dump(cards, sys.stdout)
`;

interface Card {
  fn: string;
  n: string[];
  org: string[] | null;
  tel: string;
  email: string;
  street: string;
  note: string;
  uid: string;
}

beforeAll(async () => {
  await hostileClients(await ctxOf('admin'));
});

test('python3-vobject reads out of every card what stands in the table', async () => {
  const { text } = await call('GET', '/api/exports/clients/?format=vcf&sort=id');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', reader], { input: text, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const cards = JSON.parse(stdout) as Card[];
  const { rows } = (await call('GET', '/api/exports/clients/?format=json&sort=id')).json as { rows: Record<string, string | null>[] };
  const orEmpty = (value: string | null | undefined) => value ?? '';
  const expected = rows.map((row) => ({
    fn: [row.last_name, row.first_name, row.middle_name].filter(Boolean).join(' ') || row.company,
    n: [row.last_name, row.first_name, row.middle_name].map(orEmpty),
    org: row.company ? [row.company] : null,
    tel: row.mobile_phone,
    email: row.email,
    street: row.address,
    note: row.comment,
    uid: `order-client-accounting-client-${row.id}`,
  }));
  expect(cards).toEqual(expected);
});
