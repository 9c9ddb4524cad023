import { describe, expect, test } from 'vitest';
import { SimulatedPeer } from '@/lib/testing/simulated-peer';
import type { Edit } from './peer';
import { type Optional, withoutFields } from './without-fields';

const optional: Optional = { client: ['comment', 'email'], order: ['status'] };
const mapping = { field: { 'client.comment': 'off', 'client.email': 'on', 'client.name': 'off', 'product.sku': 'off' } };

/** A peer with one client, and what was asked of it. */
function begin() {
  const peer = new SimulatedPeer();
  const id = peer.add('client', { name: 'Оля', comment: 'их', email: 'a@b.ru', mobile_phone: '+79000000001' });
  return { peer, id, wrapped: withoutFields(peer, optional, mapping) };
}

test('nothing switched off is the peer itself', () => {
  const { peer } = begin();
  expect(withoutFields(peer, optional)).toBe(peer);
  expect(withoutFields(peer, optional, { field: { 'client.comment': 'on' }, status: { 'client.comment': 'off' } })).toBe(peer);
});

describe('a field that is switched off', () => {
  test('is in nothing that comes from there', async () => {
    const { wrapped, id } = begin();
    const values = { name: 'Оля', inn: null, email: 'a@b.ru', mobile_phone: '+79000000001', deleted: false };
    const found = [
      ...(await wrapped.list('client', undefined)).records,
      ...(await wrapped.changed('client', '0', false)).records,
      ...(await wrapped.read('client', [id])),
      ...(await wrapped.alike('client', { mobile_phone: '+79000000001' })),
    ];
    expect(found).toHaveLength(4);
    for (const record of found) expect(record.values).toEqual(values);
  });

  test('is in nothing that goes there, and stays there as it is', async () => {
    const { peer, wrapped, id } = begin();
    const ours = { name: 'Оля 2', comment: 'наше', email: null, deleted: false };
    expect(wrapped.fit('client', ours)).toEqual({ name: 'Оля 2', email: null, deleted: false });
    const made = await wrapped.create('client', ours, 'key');
    expect(peer.kept.client.get(made.id)?.values).not.toHaveProperty('comment');
    expect((await wrapped.find('client', 'key'))?.values).not.toHaveProperty('comment');
    const [before] = await wrapped.read('client', [id]);
    if (!before) throw new Error('It is not there');
    const edits: Edit[] = [];
    const update = peer.update.bind(peer);
    peer.update = (entity, edit: Edit) => {
      edits.push(edit);
      return update(entity, edit);
    };
    const after = await wrapped.update('client', { before, patch: ours, whole: ours });
    expect(edits).toMatchObject([{ patch: { name: 'Оля 2' }, whole: { name: 'Оля 2' } }]);
    expect(edits[0]?.patch).not.toHaveProperty('comment');
    expect(edits[0]?.whole).not.toHaveProperty('comment');
    expect(after.values).not.toHaveProperty('comment');
    expect(peer.kept.client.get(id)?.values).toMatchObject({ name: 'Оля 2', comment: 'их', email: null });
  });

  test('has no words that nobody has mapped', async () => {
    const { peer } = begin();
    const read = peer.read.bind(peer);
    const unmapped = [
      { field: 'status', value: 'on_hold' },
      { field: 'items', value: 'x' },
    ];
    peer.read = async (entity, ids) => (await read(entity, ids)).map((record) => ({ ...record, unmapped }));
    const wrapped = withoutFields(peer, optional, { field: { 'order.status': 'off' } });
    const [order] = await wrapped.read('order', [peer.add('order', {})]);
    expect(order?.unmapped).toEqual([{ field: 'items', value: 'x' }]);
    const [client] = await wrapped.read('client', [peer.add('client', {})]);
    expect(client?.unmapped).toEqual(unmapped);
  });
});

test('stock is read where there is any', async () => {
  const { wrapped, peer } = begin();
  expect(wrapped.stock).toBeUndefined();
  const stock = [{ productId: '1', warehouse: 'Склад', quantityMilli: 1 }];
  const counting = Object.assign(peer, { stock: async () => stock });
  expect(await withoutFields(counting, optional, mapping).stock?.()).toEqual(stock);
});
