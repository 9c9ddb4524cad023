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

/** The parts of a workbook by their path. */
export function partsOf(workbook: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(workbook)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The sheets of a workbook as our writer makes it, read from the XML without their empty cells. Throws on a formula. */
export function sheetsOf(workbook: Uint8Array): SheetContent[] {
  const parts = partsOf(workbook);
  const styles = stylesOf(parts['xl/styles.xml'] ?? '');
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="(.*?)"/g)].map(([, name = '']) => plain(name));
  return names.map((name, index) => {
    const sheet = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    if (/<f[ >]/.test(sheet)) throw new Error(`${name} computes`);
    const rows = [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
      [...row.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"(?: t="inlineStr"><is><t[^>]*>(.*?)<\/t>|><v>(.*?)<\/v>)/gs)].map(
        ([, style, text, number]) => ({ value: number === undefined ? plain(text ?? '') : Number(number), ...styles[Number(style)] }),
      ),
    );
    return { name, widths: [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width)), rows };
  });
}

/** Formats that Excel knows by number alone; General is none. */
const builtIn: [string, string][] = [
  ['1', '0'],
  ['49', '@'],
];

function stylesOf(xml: string): Omit<SheetCell, 'value'>[] {
  const codes = [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="(.*?)"/g)].map(([, id = '', code = '']): [string, string] => [
    id,
    plain(code),
  ]);
  const formats = new Map([...builtIn, ...codes]);
  const fonts = [...xml.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = '']) => font.includes('<b/>'));
  const [, cells = ''] = /<cellXfs [^>]*>(.*)<\/cellXfs>/s.exec(xml) ?? [];
  return [...cells.matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => {
    const format = formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '');
    const bold = fonts[Number(/fontId="(\d+)"/.exec(attributes)?.[1] ?? 0)];
    return { ...(format && { format }), ...(bold && { bold }) };
  });
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
