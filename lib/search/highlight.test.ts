import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundParts, foundPhoneParts, type TextPart } from './highlight';
import { normalise, searchWords } from './normalise';

const joined = (parts: TextPart[]) => parts.map(({ text }) => text).join('');
const shown = (parts: TextPart[]) => parts.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

test.each([
  ['Кресло офисное «Айва»', 'кресло', '[Кресло] офисное «Айва»'],
  ['Ёлкина Вера', 'елк', '[Ёлк]ина Вера'],
  ['Елкина', 'ЁЛК', '[Елк]ина'],
  ['Коврик под кресло 120×90', 'крес ков', '[Ков]рик под [крес]ло 120×90'],
  ['ананас', 'ана нан', '[анан]ас'],
  ['Дом № 12', '12', 'Дом № [12]'],
  ['ﬁрма', 'i', '[ﬁ]рма'],
  ['Стол', 'стул', 'Стол'],
  ['50 % скидка', '%', '50 [%] скидка'],
])('in «%s» «%s» finds %s', (text, typed, marked) => {
  expect(shown(foundParts(text, searchWords(typed)))).toBe(marked);
});

test.each([
  ['9215551022', '+7 [921 555-10-22]'],
  ['+7 921 555', '+[7 921 555]-10-22'],
  ['8 (921) 555-10-22', '+[7 921 555-10-22]'],
  ['555-10-22', '+7 921 [555-10-22]'],
  ['1022', '+7 921 555-[10-22]'],
  ['иванов', '+7 921 555-10-22'],
])('a phone is found by %s as %s', (typed, marked) => {
  expect(shown(foundPhoneParts('+7 921 555-10-22', searchWords(typed)))).toBe(marked);
});

const letters = fc.string({
  unit: fc.constantFrom('а', 'Ё', 'е', 'Й', 'и\u0306', 'ﬁ', '№', '①', ' ', '-', '7', 'S', 'ß', '😀'),
  maxLength: 24,
});

test('the pieces are the text, and each mark holds a word', () => {
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 3 }), (text, typed) => {
      const words = typed.flatMap(searchWords);
      const parts = foundParts(text, words);
      expect(joined(parts)).toBe(text);
      for (const part of parts.filter(({ found }) => found))
        expect(words.some((word) => normalise(part.text).includes(word.trim()))).toBe(true);
      expect(parts.every(({ text: piece }) => piece !== '')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a phone in pieces is the phone', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('7', '8', '9', '+', ' ', '-'), maxLength: 20 }), letters, (phone, typed) => {
      expect(joined(foundPhoneParts(phone, searchWords(typed)))).toBe(phone);
    }),
  );
});
