import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { refusal, workbookWith } from './testing/table-files';

const row = (cells: string) => `<row r="1">${cells}</row>`;
const one = row('<c r="A1"><v>1</v></c>');
const sheetPath = 'xl/worksheets/sheet1.xml';

describe('refuses', () => {
  test.each<[string, string, Uint8Array | string]>([
    ['501 columns', 'too_many_columns 1', workbookWith({ rows: row('<c><v>1</v></c>'.repeat(501)) })],
    ['10 000 columns', 'too_many_columns 1', workbookWith({ rows: row('<c><v>1</v></c>'.repeat(10_000)).concat('<row/>'.repeat(9)) })],
    ['a column that no sheet has', 'too_many_columns 1', workbookWith({ rows: row('<c r="ZZZZZZZZZZZZ1"><v>1</v></c>') })],
    ['too many rows', 'too_many_rows', workbookWith({ rows: `${one}<row r="1048577"><c><v>1</v></c></row>` })],
    ['rows out of order', 'broken 2', workbookWith({ rows: `<row r="1"/><row r="1"/>` })],
    ['a row without a number', 'broken 1', workbookWith({ rows: '<row r="x"/>' })],
    ['a text that is not there', 'broken 1', workbookWith({ strings: '<si><t>a</t></si>', rows: row('<c t="s"><v>1</v></c>') })],
    ['a text without texts', 'broken 1', workbookWith({ rows: row('<c t="s"><v>0</v></c>') })],
    ['a wide cell', 'too_wide_cell 1', workbookWith({ rows: row(`<c t="str"><v>${'x'.repeat(32_768)}</v></c>`) })],
    ['no rows', 'empty', workbookWith({})],
    ['only empty rows', 'empty', workbookWith({ rows: '<row r="1"><c r="A1" s="1"/></row>' })],
    ['no sheets', 'empty', workbookWith({ sheets: ' ' })],
    ['a sheet that is not in the package', 'broken', workbookWith({ parts: { [sheetPath]: undefined } })],
    ['XML that ends early', 'broken 1', workbookWith({ parts: { [sheetPath]: `<worksheet><sheetData>${one}` } })],
    ['a project of macros', 'macros', workbookWith({ rows: one, parts: { 'xl/VBAProject.bin': 'x' } })],
    ['old macros', 'macros', workbookWith({ rows: one, parts: { 'xl/macrosheets/sheet1.xml': '<a/>' } })],
    ['another document', 'not_a_table', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    [
      'a letter',
      'not_a_table',
      workbookWith({
        parts: {
          '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
          'word/document.xml': '<a/>',
        },
      }),
    ],
    [
      'a binary workbook',
      'not_a_table',
      workbookWith({
        parts: {
          '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          'xl/workbook.bin': 'x',
        },
      }),
    ],
    [
      'an OpenDocument table',
      'not_a_table',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }),
    ],
    ['an empty package', 'not_a_table', zipSync({ 'a.txt': strToU8('x') })],
    ['the beginning of a package', 'broken', 'PK\u0003\u0004 and nothing'],
    ['an old workbook', 'old_xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)])],
    [
      'a workbook with a password',
      'encrypted',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(65_520),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(99),
      ]),
    ],
    [
      'ten thousand parts and more',
      'zip_bomb',
      zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, new Uint8Array()])), { level: 0 }),
    ],
    ['elements without end', 'broken', workbookWith({ parts: { [sheetPath]: '<a>'.repeat(1000) } })],
  ])('%s: %s', async (_, code, content) => {
    expect(await refusal(content)).toBe(code);
  });

  test('a sheet that the workbook does not have', async () => {
    expect(await refusal(workbookWith({ rows: one }), { sheet: 'Лист2' })).toBe('no_sheet');
  });

  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>`;
  const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  test.each([sheetPath, 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels'])(
    'a DOCTYPE in %s',
    async (path) => {
      for (const doctype of [laughs, outside, '<!DOCTYPE x>', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">']) {
        expect(await refusal(workbookWith({ rows: one, parts: { [path]: `<?xml version="1.0"?>${doctype}<a>&c;&e;</a>` } }))).toBe(
          'external_entity',
        );
      }
      expect(await refusal(workbookWith({ rows: one, parts: { [path]: `<a>${laughs}</a>` } }))).toBe('external_entity');
    },
  );

  test('a part whose bytes are not those that were packed', async () => {
    const workbook = zipSync(
      { '_rels/.rels': strToU8('<Relationships a="Package"/>'), 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') },
      { level: 0 },
    );
    const at = Buffer.from(workbook).indexOf('Package');
    workbook[at] = 'p'.charCodeAt(0);
    expect(await refusal(workbook)).toBe('broken');
  });

  test('an entity that nobody defined', async () => {
    expect(await refusal(workbookWith({ rows: row('<c t="str"><v>&xxe;</v></c>') }))).toBe('broken 1');
  });
});

/** A package of one part, its sizes as they are said to be. */
function packed(path: string, data: Uint8Array, size: number): Buffer {
  const name = Buffer.from(path);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

describe('bombs', () => {
  const gigabyte = 2 ** 30;
  const piece = deflateRawSync(Buffer.alloc(1 << 24), { finishFlush: constants.Z_FULL_FLUSH });
  const zeros = Buffer.concat([...Array.from({ length: 64 }, () => piece), deflateRawSync(Buffer.alloc(0))]);

  test.each([
    ['that say what they are', gigabyte],
    ['that say they are small', 1000],
    ['that say they are middling', 200 << 10],
  ])('are refused at once: those %s', async (_, size) => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(await refusal(packed('_rels/.rels', zeros, size))).toMatch(/^(zip_bomb|broken)$/);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
  });

  test('are refused within a workbook: a sheet of nothing but spaces', async () => {
    const rows = `<worksheet><sheetData>${' '.repeat(40 << 20)}`;
    expect(await refusal(workbookWith({ parts: { [sheetPath]: rows } }))).toBe('zip_bomb');
  });

  test('a text without end is refused before it is kept', async () => {
    // Too uneven for the limit on packing, so it is read.
    const noise = Array.from({ length: 3 << 18 }, (_, at) => ((at * 2654435761) >>> 8).toString(36)).join('');
    for (const part of [`<a>${noise}`, `<a b="${noise}`, `<!--${noise}`, `<a><![CDATA[${noise}`]) {
      expect(await refusal(workbookWith({ parts: { [sheetPath]: part } }))).toBe('too_wide_cell');
    }
  });
});

test('a package cut off anywhere is read or refused', async () => {
  const strings = Array.from({ length: 3000 }, (_, at) => `<si><t>Роза ${(at * 2654435761) >>> 0}</t></si>`).join('');
  const rows = Array.from({ length: 3000 }, (_, at) => `<row><c t="s"><v>${at}</v></c><c><v>${(at * 40503) % 65536}</v></c></row>`).join(
    '',
  );
  const whole = workbookWith({ strings, rows, styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' });
  expect(await refusal(whole)).toBe('read');
  for (let length = 4; length < whole.length; length += 997) {
    expect(await refusal(whole.subarray(0, length))).toMatch(/^(broken|not_a_table)$/);
  }
});

test('a package with any byte changed is read or refused', async () => {
  const whole = workbookWith({ strings: '<si><t>Роза</t></si>', rows: row('<c t="s"><v>0</v></c><c><v>1</v></c>'), styles: '<cellXfs/>' });
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(await refusal(changed)).toMatch(/^\w+( \d+)?$/);
  }
});
