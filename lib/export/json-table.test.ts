import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTable } from './json-table';
import type { CellKind, CellValue } from './table';
import { bytesOf, columnTable, sampleContext } from './testing/sample-table';

/** The values of a column, read back. */
async function values(kind: CellKind, given: readonly CellValue[]): Promise<unknown[]> {
  const { rows }: { rows: { v: unknown }[] } = JSON.parse((await bytesOf(jsonTable(columnTable(kind, given), sampleContext))).toString());
  return rows.map(({ v }) => v);
}

test('changes no text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), async (texts) => {
      expect(await values('text', texts)).toEqual(texts);
    }),
    { numRuns: 30 },
  );
  expect(await values('text', ['=1+1', '+7', '\u0000', null])).toEqual(['=1+1', '+7', '\u0000', null]);
});

test('gives back numbers and instants exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), async (numbers) => {
      expect(await values('count', numbers)).toEqual(numbers);
      expect((await values('quantity', numbers)).map((v) => Math.round(Number(v) * 1000) + 0)).toEqual(numbers);
      expect((await values('money', numbers)).map((v) => Number(String(v).replace('.', '')) + 0)).toEqual(numbers);
      expect((await values('instant', numbers)).map((v) => Date.parse(String(v)))).toEqual(numbers);
    }),
  );
});

test('writes what is no number as nothing', async () => {
  expect(await values('money', [Number.NaN, Number.POSITIVE_INFINITY])).toEqual([null, null]);
});
