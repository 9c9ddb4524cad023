import type { CellKind } from '../table';
import { escapeXml } from './cell-text';
import { declaration, mainNamespace } from './package-xml';

/** `quoted` is a text that a spreadsheet must not take for a formula even when somebody types it anew. */
export type StyleKind = CellKind | 'quoted';

/** `plain` in a row, `bold` in the totals, `fact` beside a label: right and wrapped. */
export type StyleUse = 'plain' | 'bold' | 'fact';

// Format codes are written the English way; a Russian Excel shows money as `1 234,56 ₽`. A quantity has no code of its own:
// `0.###` would leave the comma of `2,` standing.
const formats: Record<StyleKind, { id: number; code?: string }> = {
  text: { id: 0 },
  quoted: { id: 0 },
  code: { id: 49 },
  count: { id: 1 },
  quantity: { id: 0 },
  money: { id: 164, code: '#,##0.00\\ "₽"' },
  share: { id: 165, code: '0.0%' },
  day: { id: 166, code: 'dd.mm.yyyy' },
  instant: { id: 167, code: 'dd.mm.yyyy hh:mm' },
};

const kinds = Object.keys(formats) as StyleKind[];
const uses: readonly StyleUse[] = ['plain', 'bold', 'fact'];

/** The number of the style of a cell. */
export function styleOf(kind: StyleKind, use: StyleUse): number {
  return uses.indexOf(use) * kinds.length + kinds.indexOf(kind);
}

/** Headings, left over texts and right over numbers, and the labels of facts. */
export const headLeft = styleOf('text', 'bold');
export const headRight = kinds.length * uses.length;
export const labelStyle = headRight + 1;

function xf(kind: StyleKind, bold: boolean, alignment = ''): string {
  const attributes = [
    `numFmtId="${formats[kind].id}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0"`,
    ...(kind === 'quoted' ? ['quotePrefix="1"'] : []),
    ...(formats[kind].id ? ['applyNumberFormat="1"'] : []),
    ...(bold ? ['applyFont="1"'] : []),
    ...(alignment ? ['applyAlignment="1"'] : []),
  ].join(' ');
  return alignment ? `<xf ${attributes}><alignment ${alignment}/></xf>` : `<xf ${attributes}/>`;
}

// Named, or LibreOffice shows the bold cells in another font than the rest.
const calibri = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** `xl/styles.xml`. */
export function stylesXml(): string {
  const codes = kinds.flatMap((kind) => {
    const { id, code } = formats[kind];
    return code ? [`<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`] : [];
  });
  const cells = [
    ...kinds.map((kind) => xf(kind, false)),
    ...kinds.map((kind) => xf(kind, true)),
    ...kinds.map((kind) => xf(kind, false, 'horizontal="right" vertical="top" wrapText="1"')),
    xf('text', true, 'horizontal="right"'),
    xf('text', false, 'vertical="top" wrapText="1"'),
  ];
  return [
    `${declaration}<styleSheet xmlns="${mainNamespace}">`,
    `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`,
    `<fonts count="2"><font>${calibri}</font><font><b/>${calibri}</font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
