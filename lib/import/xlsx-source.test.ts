import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { opened, rowsOf, textsOf, type WorkbookParts, workbookWith } from './testing/table-files';

const textsIn = (parts: WorkbookParts) => textsOf(workbookWith(parts));

async function cellsIn(parts: WorkbookParts) {
  const [row] = await rowsOf(await opened(workbookWith(parts)));
  return row?.cells;
}

describe('cells', () => {
  test('of every type', async () => {
    const cells = await cellsIn({
      strings: '<si><t>Роза</t></si>',
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1&amp;"!"</f><v>Роза!</v></c><c r="C1" t="inlineStr"><is><t>007</t></is></c>
        <c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="d"><v>2024-12-17T21:05:00Z</v></c>
        <c r="H1"><f>1+1</f><v>2</v></c><c r="I1" t="n"><v>-12.5</v></c></row>`,
    });
    expect(cells).toEqual([
      { text: 'Роза', kind: 'text' },
      { text: 'Роза!', kind: 'text' },
      { text: '007', kind: 'text' },
      { text: 'true', kind: 'boolean' },
      { text: 'false', kind: 'boolean' },
      { text: '#REF!', kind: 'error' },
      { text: '2024-12-17T21:05:00', kind: 'date' },
      { text: '2', kind: 'number' },
      { text: '-12.5', kind: 'number' },
    ]);
  });

  test('keep the digits of phones and INNs, whatever the format', async () => {
    const rows =
      '<row><c><v>89215551022</v></c><c s="1"><v>8.9215551022E10</v></c><c s="1"><v>7.71234567890E+11</v></c><c><v>0.30000000000000004</v></c></row>';
    expect(await textsIn({ rows, styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>' })).toEqual([
      ['89215551022', '89215551022', '771234567890', '0.3'],
    ]);
  });

  test('are dates by their format, built in or not, and percentages', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-419]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;day&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>`;
    const value = '45643.875';
    const rows = `<row>${[0, 1, 2, 3].map((style) => `<c s="${style}"><v>${value}</v></c>`).join('')}<c s="4"><v>0.2</v></c><c s="1"><v>x</v></c></row>`;
    expect(await cellsIn({ styles, rows })).toEqual([
      { text: '45643.875', kind: 'number' },
      { text: '2024-12-17T21:00:00', kind: 'date' },
      { text: '2024-12-17T21:00:00', kind: 'date' },
      { text: '45643.875', kind: 'number' },
      { text: '0.2', kind: 'number', percent: true },
      { text: 'x', kind: 'text' },
    ]);
    const from1904 = { styles, rows: '<row><c s="1"><v>44181</v></c></row>', workbook: '<workbookPr date1904="1"/>' };
    expect(await textsIn(from1904)).toEqual([['2024-12-17']]);
  });

  test('have their runs joined, the pronunciation left out and escapes resolved', async () => {
    const strings = `<si><r><rPr><b/></rPr><t>Ро</t></r><r><t xml:space="preserve">за </t></r><rPh sb="0" eb="1"><t>ロ</t></rPh></si>
      <si><t>_x005F_x000D_|_x041F_|_x0000_|a_xb</t></si><si><t><![CDATA[<&]]></t></si><si/>`;
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c></row>';
    expect(await textsIn({ strings, rows })).toEqual([['Роза ', '_x000D_|П||a_xb', '<&', '', 'ab']]);
  });

  test('stand where their reference says, gaps filled, the styled emptiness behind left out', async () => {
    const rows = `<row r="2" spans="1:4"><c r="B2"><v>1</v></c><c r="d2"><v>2</v></c><c><v>3</v></c><c r="G2" s="1"/><c r="XFD2" s="1"/></row>
      <row><c><v>4</v></c></row><row r="7"><c r="A7" t="inlineStr"><is><t> </t></is></c></row><row r="9"><c r="A9"><v>5</v></c></row>`;
    expect((await rowsOf(await opened(workbookWith({ rows })))).map(({ no, cells }) => [no, ...cells.map(({ text }) => text)])).toEqual([
      [2, '', '1', '', '2', '3'],
      [3, '4'],
      [9, '5'],
    ]);
  });
});

describe('workbooks', () => {
  const sheets =
    '<sheet name="Скрытый" state="hidden" r:id="r1"/><sheet name="Заказы &amp; товары" r:id="r2"/><sheet name="Ещё" r:id="r3"/>';
  const sheet = (text: string) => `<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
  const parts = { 'xl/worksheets/sheet1.xml': sheet('1'), 'xl/worksheets/sheet2.xml': sheet('2'), 'xl/worksheets/sheet3.xml': sheet('3') };

  test('name their sheets, hidden ones last, and open the first or the one asked for', async () => {
    const workbook = workbookWith({ sheets, parts });
    expect(await opened(workbook)).toMatchObject({
      format: 'xlsx',
      sheets: ['Заказы & товары', 'Ещё', 'Скрытый'],
      sheet: 'Заказы & товары',
    });
    expect(await textsOf(workbook)).toEqual([['2']]);
    expect(await textsOf(workbook, { sheet: 'Скрытый' })).toEqual([['1']]);
  });

  test('may have prefixes and the namespaces of strict files, in UTF-16 and with parts in other places', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const workbook = zipSync({
      '_rels/.rels': strToU8(
        `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="${strict}/officeDocument" Target="/Book/Workbook.XML"/></p:Relationships>`,
      ),
      'book/workbook.xml': strToU8(
        `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheets><x:sheet name="A" rel:id="q" xmlns:rel="${strict}"/></x:sheets></x:workbook>`,
      ),
      'book/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="q" Type="${strict}/worksheet" Target="../data/./one.xml"/></Relationships>`,
      ),
      'data/one.xml': Buffer.from(
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Роза</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        'utf16le',
      ),
    });
    expect(await textsOf(workbook)).toEqual([['Роза']]);
  });

  test('are read again, and left when nobody reads on', async () => {
    const source = await opened(workbookWith({ rows: '<row><c><v>1</v></c></row>'.repeat(20_000) }));
    for await (const block of source.rows()) {
      expect(block[0]?.no).toBe(1);
      break;
    }
    expect(await rowsOf(source)).toHaveLength(20_000);
  });
});

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...'_x000D_<>&"\'\n\r\t =Ёя'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 20,
});

test('any texts come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (table, shared) => {
        // Characters that XML cannot hold.
        const rows = table
          .map((row) => row.map((each) => each.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')))
          .filter((row) => row.some((each) => each.trim()));
        fc.pre(rows.length > 0);
        const all = rows.flat();
        let at = 0;
        const cell = (each: string) => (shared ? `<c t="s"><v>${at++}</v></c>` : `<c t="inlineStr"><is><t>${escaped(each)}</t></is></c>`);
        const workbook = workbookWith({
          strings: all.map((each) => `<si><t>${escaped(each)}</t></si>`).join(''),
          rows: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''),
        });
        expect(await textsOf(workbook)).toEqual(rows.map((row) => row.slice(0, row.findLastIndex((each) => each !== '') + 1)));
      },
    ),
    { numRuns: 150 },
  );
});
