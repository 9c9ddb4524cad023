import { strFromU8, unzipSync } from 'fflate';

export interface SheetCell {
  value: string | number;
  /** Number format code, when the cell has one. */
  format?: string;
  bold?: true;
}

export interface SheetContent {
  name: string;
  /** In characters. */
  widths: number[];
  rows: SheetCell[][];
}

/** The sheets of a workbook as write-excel-file writes it, read from the XML. Throws on a formula. */
export function sheetsOf(workbook: Uint8Array): SheetContent[] {
  const files = unzipSync(workbook);
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const texts = [...xml('xl/sharedStrings.xml').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => plain(text));
  const styles = stylesOf(xml('xl/styles.xml'));
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="(.*?)"/g)].map(([, name = '']) => plain(name));
  return names.map((name, index) => {
    const sheet = xml(`xl/worksheets/sheet${index + 1}.xml`);
    if (sheet.includes('<f>')) throw new Error(`${name} computes`);
    const rows = [...sheet.matchAll(/<row .*?<\/row>/g)].map(([row]) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?( t="s")?><v>(.*?)<\/v>/g)].map(([, style = '0', text, value = '']) => ({
        value: text ? (texts[Number(value)] ?? '') : Number(value),
        ...styles[Number(style)],
      })),
    );
    return { name, widths: [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width)), rows };
  });
}

function stylesOf(xml: string): Omit<SheetCell, 'value'>[] {
  const formats = new Map([...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="(.*?)"/g)].map(([, id, code = '']) => [id, plain(code)]));
  const fonts = [...xml.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = '']) => font.includes('<b/>'));
  return [...xml.matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => {
    const format = formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1]);
    const bold = fonts[Number(/fontId="(\d+)"/.exec(attributes)?.[1] ?? 0)];
    return { ...(format && { format }), ...(bold && { bold }) };
  });
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
