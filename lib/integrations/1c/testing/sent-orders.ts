import fc from 'fast-check';
import { lineTotal } from '@/lib/domain/orders/order-total';
import type { SentLine, SentOrder } from '../commerceml/sent-order';

/** Texts as people and programs send them: both scripts, markup, what no code page and no XML holds. */
export const oddText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom(
      '',
      'Стол «Ольха» №5',
      'a<b>&"c"\']]>',
      'Цена 100 ₽ – ½',
      'ё'.repeat(maxLength),
      '\u0000\u0008\ufffe\ud800',
      '😀 шт.',
      '\r\n\t',
    ),
  );

const sentLine: fc.Arbitrary<SentLine> = fc
  .record({
    id: fc.constantFrom('', '12', '910e89e5-205e-4d95-872a-0a0255c42f02#3f00'),
    sku: oddText(60),
    name: oddText(255),
    unit: fc.constantFrom('', 'шт', 'кг', 'м2', 'куб. м', 'палета <1>'),
    quantityMilli: fc.integer({ min: 1, max: 1_000_000_000 }),
    priceMinor: fc.integer({ min: 0, max: 9_999_999 }),
    discountPart: fc.integer({ min: 0, max: 100 }),
    vatRate: fc.constantFrom(null, 0, 750, 1000, 2000, 2200),
  })
  .map(({ discountPart, ...line }) => {
    const gross = lineTotal({ ...line, discountMinor: 0 });
    const discountMinor = Math.floor((gross / 100) * discountPart);
    return { ...line, discountMinor, totalMinor: gross - discountMinor };
  });

/** Orders of every kind: of companies and people, with fractions, discounts, several rates of VAT, and characters of any sort. */
export const sentOrder: fc.Arbitrary<SentOrder> = fc
  .record({
    id: fc.constantFrom('1', '77', 'cbcf498f-55bc-11d9-848a-00112f43529a'),
    number: fc.constantFrom('1', 'ИМ-000077'),
    day: fc.constant('2026-11-12'),
    time: fc.constant('15:40:40'),
    currency: fc.constantFrom('RUB', 'USD'),
    party: fc.record({
      id: fc.constantFrom('5', '38#catalog_exchange#'),
      name: oddText(200),
      kind: fc.constantFrom('company', 'person'),
      lastName: oddText(50),
      firstName: oddText(50),
      middleName: oddText(50),
      inn: fc.constantFrom('', '7707083893', '500100732259'),
      address: oddText(300),
      comment: oddText(100),
      phone: fc.constantFrom('', '+79001234567'),
      email: fc.constantFrom('', 'ivanov@example.com'),
    }),
    comment: oddText(4000),
    lines: fc.array(sentLine, { minLength: 1, maxLength: 6 }),
    deleted: fc.boolean(),
    requisites: fc.array(fc.record({ name: oddText(80), value: oddText(1200) }), { maxLength: 4 }),
    number1c: fc.constantFrom('', 'НФНФ-000012'),
  })
  .map((order) => ({ ...order, totalMinor: order.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0) }));
