import { expect, test } from 'vitest';
import { exchange } from '@/lib/i18n/messages/ru/pages.json';
import { tellCall } from './tell';

const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });

test.each([
  ['common.db.login', 'peer_signed_in', 'other'],
  ['model.party.party.search_read', 'peer_read', 'clients'],
  ['model.sale.sale.create', 'peer_created', 'orders'],
  ['model.product.template.write', 'peer_changed', 'products'],
  ['model.sale.sale.quote', 'peer_moved', 'orders'],
])('%s is told as %s', (method, code, thing) => {
  expect(tellCall(method, answer({ result: [] }))).toEqual({ outcome: 'ok', note: { code, values: { thing } } });
  expect(exchange.notes).toHaveProperty(code);
});

test('a refusal inside a good answer is a refusal', () => {
  const refused = answer({ error: ['UserError', [['Нет счёта', '']]] });
  expect(tellCall('model.sale.sale.create', refused)).toEqual({
    outcome: 'refused',
    note: { code: 'refused_because', values: { message: 'Нет счёта' } },
  });
  expect(tellCall('model.sale.sale.create', answer({ error: ['KeyError', []] }))?.note.values).toEqual({ message: 'KeyError' });
});

test('another status speaks for itself', () => {
  expect(tellCall('model.sale.sale.create', answer('busy', 503))).toBeUndefined();
});
