import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField, neutralText } from '../export/csv-cell';
import type { Delimiter } from './csv-delimiter';
import type { Encoding } from './csv-encoding';
import { opened, refusal, rowsOf, textsOf } from './testing/table-files';

const encodings: Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'];
const cyrillic = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]));

function encoded(text: string, encoding: Encoding, mark = false): Buffer {
  if (encoding === 'windows-1251') return Buffer.from([...text].map((char) => cyrillic.get(char) ?? 63));
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

function written(rows: string[][], delimiter: Delimiter, end = '\r\n'): string {
  const field = (text: string) => (/[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join(delimiter) + end).join('');
}

describe('encodings', () => {
  const text = 'Фамилия;Имя;Телефон\r\nЩукин;Фёдор;89215551022\r\n';
  const table = [
    ['Фамилия', 'Имя', 'Телефон'],
    ['Щукин', 'Фёдор', '89215551022'],
  ];

  test.each(encodings.flatMap((encoding) => [[encoding, false] as const, [encoding, true] as const]))(
    'finds %s, mark %s',
    async (encoding, mark) => {
      const bytes = encoded(text, encoding, mark);
      expect(await textsOf(bytes)).toEqual(table);
      expect(await opened(bytes)).toMatchObject({ format: 'csv', encoding, delimiter: ';' });
    },
  );

  test('takes the encoding and the delimiter that are given', async () => {
    expect(await textsOf(encoded(text, 'utf-8', true), { encoding: 'utf-8', delimiter: ',' })).toEqual([
      ['Фамилия;Имя;Телефон'],
      ['Щукин;Фёдор;89215551022'],
    ]);
    expect((await textsOf(encoded(text, 'windows-1251'), { encoding: 'utf-8' }))[0]?.[0]).toContain('\ufffd');
  });

  test('finds windows-1251 behind a megabyte of ASCII', async () => {
    const ascii = 'Ivanov;Ivan\n'.repeat(100_000);
    const rows = await textsOf(Buffer.concat([Buffer.from(ascii), encoded('Щукин;Фёдор\n', 'windows-1251')]));
    expect(rows.at(-1)).toEqual(['Щукин', 'Фёдор']);
    expect(rows).toHaveLength(100_001);
  });

  test('is not misled by a character across two pieces of the file', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const bytes = Buffer.from(`${'x'.repeat(shift)};${'я€😀'.repeat(100)}\n`.repeat(700));
      expect(await opened(bytes)).toMatchObject({ encoding: 'utf-8' });
    }
  });

  test('keeps UTF-8 that is cut off within a character', async () => {
    expect(await opened(Buffer.from('Имя;Щ').subarray(0, -1))).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('delimiters', () => {
  test.each<[string, Delimiter, string]>([
    ['prices with a decimal comma', ';', 'Товар;Цена\nРоза;12,50\nМак;3,10\n'],
    ['commas in every cell', ';', 'a,b;c,d\n1,5;2,5\n3,5;4,5\n'],
    ['a comma file with a semicolon', ',', 'Name,Note\nIvan,"a;b"\nPetr,c; d\n'],
    ['tabs', '\t', 'Имя\tАдрес\nИван\tМосква, Тверская\n'],
    ['a title above', ';', 'Отчёт за март\n\nТовар;Цена;Кол-во\nРоза;12,50;1\n'],
    ['line breaks in quotes', ',', 'a,b\n"x;y\nz;u",2\n"p;q\nr;s",3\n'],
    ['one column', ';', 'Почта\na@b.ru\n'],
    ['only headings', ',', 'a,b,c'],
  ])('finds it: %s', async (_, delimiter, text) => {
    expect((await opened(text)).delimiter).toBe(delimiter);
  });

  test.each(['sep=,\r\n', '"sep=,"\n', 'SEP=,\n'])('follows %j, which is no row', async (line) => {
    expect(await rowsOf(await opened(`\ufeff${line}a;b,c\n`))).toEqual([
      {
        no: 1,
        cells: [
          { text: 'a;b', kind: 'text' },
          { text: 'c', kind: 'text' },
        ],
      },
    ]);
    expect(await textsOf(encoded(`${line}я,b\n`, 'utf-16le', true))).toEqual([['я', 'b']]);
  });
});

describe('rows', () => {
  test('are numbered as a spreadsheet shows them, empty ones left out', async () => {
    const rows = await rowsOf(await opened('a;b\r\n\r\n"x\r\ny";2\n ;\t;\r1;2;;;\n;3'));
    expect(rows.map(({ no, cells }) => [no, ...cells.map(({ text }) => text)])).toEqual([
      [1, 'a', 'b'],
      [3, 'x\r\ny', '2'],
      [5, '1', '2'],
      [6, '', '3'],
    ]);
  });

  test('may hold quotes in a cell that is not quoted', async () => {
    expect(await textsOf('ООО "Ромашка";x\n"ООО ""Мак""";y\n')).toEqual([
      ['ООО "Ромашка"', 'x'],
      ['ООО "Мак"', 'y'],
    ]);
  });

  test('come again when asked again, and stop when nobody reads on', async () => {
    const source = await opened('a;b\n'.repeat(2000));
    let blocks = 0;
    for await (const block of source.rows()) {
      expect(block.length).toBeGreaterThan(1);
      blocks++;
      break;
    }
    expect(blocks).toBe(1);
    expect(await rowsOf(source)).toHaveLength(2000);
  });
});

describe('refuses', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['nothing', 'empty', ''],
    ['a mark and spaces', 'empty', '\ufeff \r\n\r\n'],
    ['separators only', 'empty', ';;;\n;;\n'],
    ['a quote that never closes', 'broken 3', `a;b\nc;d\n"x;y\n${'1;2\n'.repeat(5)}`],
    ['a quote that takes in megabytes', 'broken 2', `a;b\n"x;y\n${'1;2\n'.repeat(1_000_000)}`],
    ['501 columns', 'too_many_columns 2', `a;b\n${'x;'.repeat(501)}\n`],
    ['10 000 columns', 'too_many_columns 1', `${'x;'.repeat(10_000)}\n`],
    ['columns without end', 'too_many_columns 1', ';'.repeat(20_000_000)],
    ['a wide cell', 'too_wide_cell 2', `a;b\n1;${'x'.repeat(32_768)}\n`],
    ['a page', 'not_a_table', '\n<!DOCTYPE html><table><tr><td>1</td></tr></table>'],
    ['a page of Excel', 'not_a_table', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'],
    ['an XML spreadsheet', 'not_a_table', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['a PDF', 'not_a_table', '%PDF-1.7\n1 0 obj\n'],
    ['JSON', 'not_a_table', '[{"id": 1}]'],
    ['a picture', 'not_a_table', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['bytes of anything', 'not_a_table', Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7) % 256)],
  ])('%s: %s', async (_, code, content) => {
    expect(await refusal(content)).toBe(code);
  });

  test('more rows than a sheet has', async () => {
    expect(await refusal('a\n'.repeat(1_048_577))).toBe('too_many_rows');
  }, 30_000);
});

test('a formula that only keeps a text of digits is that text', async () => {
  expect(await textsOf('="007";"=""8 921""";=1+1;="a"&"b"\n')).toEqual([['007', '8 921', '=1+1', '="a"&"b"']]);
});

describe('what our own downloads write', () => {
  test('loses the apostrophe before a formula, and no other', async () => {
    const texts = ['=1+1', '="007"', '-минус', '@a', "'", "'a", "O'Neil", 'plain'];
    expect(await textsOf(`${texts.map((text) => csvField(neutralText(text))).join(';')}\n`)).toEqual([texts]);
  });
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'аяёЩabZ 09.,;\t"\'-+@№«»\n\r'), maxLength: 12 }),
  fc.constantFrom('', 'Роза', '12,50', '007', 'a;b', 'x,y', 'два\r\nряда', '"'),
);

test('any table in any encoding comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...encodings),
      fc.constantFrom<Delimiter>(';', ',', '\t'),
      fc.constantFrom('\r\n', '\n', '\r'),
      async (rows, encoding, delimiter, end) => {
        const kept = rows.filter((row) => row.some((text) => text.trim() !== ''));
        fc.pre(kept.length > 0 && !/^\W*sep=/i.test(rows[0]?.[0] ?? ''));
        const all = rows.map((row) => row.map((text) => neutralText(text)));
        const trimmed = kept.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));
        expect(await textsOf(encoded(written(all, delimiter, end), encoding, true), { encoding, delimiter })).toEqual(
          trimmed.map((row) => row.map(twiceKept)),
        );
      },
    ),
    { numRuns: 150 },
  );
});

/** A text that has an apostrophe of its own before a formula is written as it is, so it loses that. */
function twiceKept(text: string): string {
  return text.startsWith("'") && neutralText(text) === text && neutralText(text.slice(1)) !== text.slice(1) ? text.slice(1) : text;
}

test('any bytes are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await refusal(bytes)).toMatch(/^\w+( \d+)?$/);
    }),
    { numRuns: 200 },
  );
});
