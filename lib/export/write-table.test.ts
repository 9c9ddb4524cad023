import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CellValue, tableFormats } from './table';
import { blocksOf, bytesOf, sampleContext, sampleTable } from './testing/sample-table';
import { tableFileType, writeTable } from './write-table';

/** Golden files are compared byte for byte: they were read by a person and change only with the format. */
test.each([
  ['table-excel.csv', 'csv', 'excel'],
  ['table-rfc4180.csv', 'csv', 'rfc4180'],
  ['table.json', 'json', 'excel'],
] as const)('writes %s to the byte', async (file, format, preset) => {
  const golden = await readFile(join(import.meta.dirname, 'testing/golden', file));
  const made = await bytesOf(writeTable(format, sampleTable(), { ...sampleContext, preset }));
  expect(made.toString()).toBe(golden.toString());
  expect(made.equals(golden)).toBe(true);
});

test.each([
  ['csv', 'text/csv; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['json', 'application/json'],
] as const)('types %s', (format, type) => {
  expect(tableFileType(format)).toEqual({ type, extension: format });
});

describe.each(tableFormats)('%s', (format) => {
  const row = [1, 'текст'.repeat(20), null, 3, 1500, 123_450, 1250, '2024-12-17', Date.UTC(2024, 11, 17)];

  /** Blocks without end that count themselves and know when nobody wants more. */
  function endless() {
    const seen = { blocks: 0, stopped: false };
    async function* rows(): AsyncGenerator<CellValue[][], void, undefined> {
      try {
        for (;;) {
          seen.blocks += 1;
          yield Array.from({ length: 500 }, () => row);
        }
      } finally {
        seen.stopped = true;
      }
    }
    return { seen, table: sampleTable({ rows: rows() }) };
  }

  test('makes the same bytes of the same table', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => bytesOf(writeTable(format, sampleTable(), sampleContext))));
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
  });

  test('reads rows only as fast as somebody takes them', async () => {
    const { seen, table } = endless();
    const chunks = writeTable(format, table, sampleContext)[Symbol.asyncIterator]();
    for (let taken = 0; taken < 3; taken += 1) await chunks.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.blocks).toBeLessThan(50);
    await chunks.return?.();
  });

  test('lets others have their turn in between', async () => {
    const { table } = endless();
    let turns = 0;
    const other = setInterval(() => {
      turns += 1;
    }, 0);
    let chunks = 0;
    for await (const _ of writeTable(format, table, sampleContext)) {
      chunks += 1;
      if (chunks > 50) break;
    }
    clearInterval(other);
    expect(turns).toBeGreaterThan(5);
  });

  test('stops the rows when the reader leaves', async () => {
    const { seen, table } = endless();
    let bytes = 0;
    for await (const chunk of writeTable(format, table, sampleContext)) {
      bytes += chunk.length;
      if (bytes > 10_000) break;
    }
    expect(seen.stopped).toBe(true);
  });

  test('stops the rows when the reader leaves after the first byte', async () => {
    const { seen, table } = endless();
    for await (const chunk of writeTable(format, table, sampleContext)) if (chunk.length > 0) break;
    expect(seen.stopped || seen.blocks === 0).toBe(true);
  });

  test('tells the reader when the rows break', async () => {
    async function* rows(): AsyncGenerator<CellValue[][], void, undefined> {
      yield [row];
      throw new Error('connection lost');
    }
    await expect(bytesOf(writeTable(format, sampleTable({ rows: rows() }), sampleContext))).rejects.toThrow('connection lost');
  });

  test('tells the reader when the totals break', async () => {
    const totals = (): never => {
      throw new Error('no totals');
    };
    await expect(bytesOf(writeTable(format, sampleTable({ totals }), sampleContext))).rejects.toThrow('no totals');
  });

  test('asks for totals and parameters when all rows are written', async () => {
    const order: string[] = [];
    async function* rows(): AsyncGenerator<CellValue[][], void, undefined> {
      yield [row];
      order.push('rows');
    }
    const totals = (): null => {
      order.push('totals');
      return null;
    };
    const parameters = () => {
      order.push('parameters');
      return [];
    };
    await bytesOf(writeTable(format, sampleTable({ rows: rows(), totals, parameters }), sampleContext));
    expect(order.slice(0, 2)).toEqual(['rows', 'totals']);
    expect(order.slice(2)).toEqual(format === 'csv' ? [] : ['parameters']);
  });

  test('writes a table without rows', async () => {
    expect((await bytesOf(writeTable(format, sampleTable({ rows: blocksOf([]) }), sampleContext))).length).toBeGreaterThan(10);
  });

  test('cuts a long table into chunks of moderate size', async () => {
    const rows = blocksOf(Array.from({ length: 20 }, () => Array.from({ length: 500 }, () => row)));
    const sizes: number[] = [];
    for await (const chunk of writeTable(format, sampleTable({ rows }), sampleContext)) sizes.push(chunk.length);
    // Cyrillic takes two bytes a character.
    expect(Math.max(...sizes)).toBeLessThan(2 * 64 * 1024 + 2000);
  });
});
