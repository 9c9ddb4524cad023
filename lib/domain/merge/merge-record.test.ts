import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonRecord } from '../journal/fields';
import { parseDecimal } from '../money';
import type { OrderInput } from '../orders/schema';
import { mergeLines } from './merge-lines';
import { mergeClient, mergeOrder } from './merge-record';
import { mergeFields } from './three-way';

const line = (product: string, quantity = '1', price = '100.00'): JsonRecord => ({
  product,
  sku: '',
  unit: '',
  quantity,
  price,
  discount: '0.00',
  vat_rate: null,
});
const names = (lines: readonly JsonRecord[]) => lines.map(({ product }) => product);
const mineAlways = () => 'mine' as const;
const theirsAlways = () => 'theirs' as const;

describe('fields', () => {
  const was = { status: 'Pending', description: 'вторник' };

  test('what one side changed is taken and told, what both changed is asked', () => {
    const merge = mergeFields(['status', 'description'], {
      was,
      theirs: { status: 'Completed', description: 'среда' },
      mine: { status: 'Pending', description: 'вторник до 12' },
    });
    expect(merge.notes).toEqual([{ side: 'theirs', field: 'status', line: null, action: 'set', value: 'Completed' }]);
    expect(merge.differences.map(({ key, was: old, theirs, mine }) => [key, old, theirs, mine])).toEqual([
      ['description', 'вторник', 'среда', 'вторник до 12'],
    ]);
    expect(merge.resolve(mineAlways)).toEqual({ status: 'Completed', description: 'вторник до 12' });
    expect(merge.resolve(theirsAlways)).toEqual({ status: 'Completed', description: 'среда' });
  });

  test('the same change by both is no question, nor are line ends', () => {
    const both = { status: 'Completed', description: 'a\nb' };
    const merge = mergeFields(['status', 'description'], { was, theirs: both, mine: { ...both, description: 'a\r\nb' } });
    expect([merge.differences, merge.notes]).toEqual([[], []]);
  });

  test('without the original every difference is asked', () => {
    const merge = mergeFields(['status'], { was: undefined, theirs: { status: 'Pending' }, mine: { status: 'Completed' } });
    expect(merge.differences.map(({ was: old }) => old)).toEqual([undefined]);
  });
});

describe('lines', () => {
  const base = [line('Кресло', '6'), line('Лампа'), line('Стол')];

  test('quantity by both is asked, price by one is taken, a new line is kept', () => {
    const merge = mergeLines(
      base,
      [line('Кресло', '7'), line('Лампа'), line('Стол'), line('Коврик')],
      [line('Кресло', '8'), line('Лампа', '1', '90.00'), line('Стол')],
    );
    expect(merge.differences.map(({ key, line: product, was, theirs, mine }) => [key, product, was, theirs, mine])).toEqual([
      ['line.0.quantity', 'Кресло', '6', '7', '8'],
    ]);
    expect(merge.notes.map(({ side, action, line: product }) => [side, action, product])).toEqual([
      ['mine', 'set', 'Лампа'],
      ['theirs', 'added', 'Коврик'],
    ]);
    expect(merge.resolve(mineAlways)).toEqual([line('Кресло', '8'), line('Лампа', '1', '90.00'), line('Стол'), line('Коврик')]);
  });

  test('a line one side removed and the other left goes; one the other changed is asked', () => {
    const removed = [line('Кресло', '6'), line('Стол')];
    expect(names(mergeLines(base, removed, base).resolve(mineAlways))).toEqual(['Кресло', 'Стол']);
    const merge = mergeLines(base, removed, [line('Кресло', '6'), line('Лампа', '5'), line('Стол')]);
    expect(merge.differences.map(({ field, theirs }) => [field, theirs])).toEqual([['line', null]]);
    expect(names(merge.resolve(mineAlways))).toEqual(['Кресло', 'Лампа', 'Стол']);
    expect(names(merge.resolve(theirsAlways))).toEqual(['Кресло', 'Стол']);
  });

  test('another product in its place is another line: no price of the old one gets to the new one', () => {
    const merge = mergeLines(
      base,
      [line('Кресло', '6'), line('Бра'), line('Стол')],
      [line('Кресло', '6'), line('Лампа', '1', '1.00'), line('Стол')],
    );
    expect(merge.resolve(theirsAlways)).toEqual([line('Кресло', '6'), line('Бра'), line('Стол')]);
    expect(merge.differences.map(({ field }) => field)).toEqual(['line']);
  });

  test('both added the same product: one line, differing fields asked', () => {
    const merge = mergeLines([], [line('Коврик', '1')], [line('Коврик', '2')]);
    expect(merge.differences.map(({ key }) => key)).toEqual(['line.0.quantity']);
    expect(merge.resolve(mineAlways)).toEqual([line('Коврик', '2')]);
  });

  test('my order of lines stays, theirs does when I left it', () => {
    const turned = [line('Стол'), line('Лампа'), line('Кресло', '6')];
    expect(names(mergeLines(base, base, turned).resolve(mineAlways))).toEqual(['Стол', 'Лампа', 'Кресло']);
    expect(names(mergeLines(base, turned, base).resolve(mineAlways))).toEqual(['Стол', 'Лампа', 'Кресло']);
  });
});

describe('whatever the three are', () => {
  const anyLine = fc
    .record({
      product: fc.constantFrom('а', 'б', 'в', 'г'),
      quantity: fc.constantFrom('1', '2', '3'),
      price: fc.constantFrom('1.00', '2.00'),
    })
    .map(({ product, quantity, price }) => line(product, quantity, price));
  const lines = fc.array(anyLine, { maxLength: 6 });
  const side = fc.constantFrom('mine' as const, 'theirs' as const);

  test('who alone changed something gets just that, without a question', () => {
    fc.assert(
      fc.property(lines, lines, side, (base, other, taken) => {
        const byMe = mergeLines(base, base, other);
        const byThem = mergeLines(base, other, base);
        expect(byMe.differences).toEqual([]);
        expect(byThem.differences).toEqual([]);
        expect(byMe.resolve(() => taken)).toEqual(other);
        expect(byThem.resolve(() => taken)).toEqual(other);
      }),
    );
  });

  test('the same change by both is that change', () => {
    fc.assert(
      fc.property(lines, lines, side, (base, other, taken) => {
        const merge = mergeLines(base, other, structuredClone(other));
        expect(merge.differences).toEqual([]);
        expect(merge.resolve(() => taken)).toEqual(other);
      }),
    );
  });

  test('nothing appears that no side has, and a choice that is not asked changes nothing', () => {
    fc.assert(
      fc.property(lines, lines, lines, side, (base, theirs, mine, taken) => {
        const merge = mergeLines(base, theirs, mine);
        const merged = merge.resolve(() => taken);
        for (const { product, quantity, price } of merged) {
          const having = [...theirs, ...mine].filter((one) => one.product === product);
          expect(having.map((one) => one.quantity)).toContain(quantity);
          expect(having.map((one) => one.price)).toContain(price);
        }
        expect(new Set(merge.differences.map(({ key }) => key)).size).toBe(merge.differences.length);
        if (merge.differences.length === 0) expect(merge.resolve(mineAlways)).toEqual(merge.resolve(theirsAlways));
      }),
    );
  });
});

const snapshot = (fields: Record<string, Json>) => ({
  client: { id: 1, name: 'Иванов' },
  status: 'Pending',
  description: '',
  due_day: null,
  items: [line('Стол', '2', '10.00')],
  total_price: '20.00',
  payments: [],
  paid: '0.00',
  ...fields,
});

test('an order: what was typed goes over what somebody saved, in the words of the verb', () => {
  const typed: OrderInput = {
    client: 1,
    status: 'Pending',
    description: 'срочно',
    due_day: null,
    items: [{ product: 'Стол', quantity: parseDecimal('2.5', 3) ?? 0, price: 1000 }],
  };
  const merge = mergeOrder({ base: snapshot({}), now: snapshot({ client: { id: 2, name: 'Петров' }, paid: '5.00' }) }, typed);
  expect(merge.differences).toEqual([]);
  expect(merge.resolve(mineAlways)).toEqual({
    client: 2,
    status: 'Pending',
    description: 'срочно',
    due_day: null,
    shipped_day: null,
    items: [{ product: 'Стол', sku: '', unit: '', quantity: 2500, price: 1000, discount: 0, vat_rate: null }],
  });
});

test('the day of shipping, which a snapshot has only where it is set', () => {
  const typed: OrderInput = { client: 1, status: 'Pending', description: '', due_day: null, items: [] };
  const shipped = (base: Record<string, Json>, now: Record<string, Json>, shipped_day?: string | null) => {
    const merge = mergeOrder({ base: snapshot({ items: [], ...base }), now: snapshot({ items: [], ...now }) }, { ...typed, shipped_day });
    return [merge.differences.map(({ field }) => field), merge.resolve(mineAlways).shipped_day];
  };
  const [first, second] = ['2026-11-12', '2026-11-13'];
  expect(shipped({}, { shipped_day: first }, null)).toEqual([[], first]);
  expect(shipped({}, { shipped_day: first })).toEqual([[], first]);
  expect(shipped({}, {}, first)).toEqual([[], first]);
  expect(shipped({ shipped_day: first }, { shipped_day: first }, null)).toEqual([[], null]);
  expect(shipped({}, { shipped_day: first }, second)).toEqual([['shipped_day'], second]);
});

test('a client', () => {
  const base = { last_name: 'Иванов', company: '', email: null };
  const merge = mergeClient(
    { base, now: { ...base, company: 'ООО «Первый»' } },
    { last_name: 'Иванов', company: 'ООО «Второй»', email: 'a@b.ru' },
  );
  expect(merge.differences.map(({ field }) => field)).toEqual(['company']);
  expect(merge.notes.map(({ field, side }) => [field, side])).toEqual([['email', 'mine']]);
  expect(merge.resolve(theirsAlways)).toMatchObject({ company: 'ООО «Первый»', email: 'a@b.ru' });
});
