import { escapeXml } from './cell-text';
import { columnLetters } from './cell-xml';
import { declaration, office, quotedName, relations } from './package-xml';

/** Where the figures of a chart stand and where it is drawn; columns and rows count from 0, row 0 is the heading. */
export interface ChartPlace {
  title: string;
  category: number;
  categoryKind: 'text' | 'number' | 'day';
  bars: readonly number[];
  /** Rows of figures. */
  rows: number;
  /** The column its left edge stands at. */
  left: number;
}

interface ChartPart {
  path: string;
  content: string;
  /** None for relations. */
  type?: string;
}

const drawings = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The drawing of a sheet and its chart of clustered bars, which takes its figures from the cells. */
export function chartParts(place: ChartPlace, sheet: string, number: number): ChartPart[] {
  return [
    {
      path: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      content: relations([[`${office}/drawing`, `../drawings/drawing${number}.xml`]]),
    },
    {
      path: `xl/drawings/drawing${number}.xml`,
      content: drawingXml(place),
      type: 'application/vnd.openxmlformats-officedocument.drawing+xml',
    },
    {
      path: `xl/drawings/_rels/drawing${number}.xml.rels`,
      content: relations([[`${office}/chart`, `../charts/chart${number}.xml`]]),
    },
    {
      path: `xl/charts/chart${number}.xml`,
      content: chartXml(place, sheet),
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    },
  ];
}

// Without a theme of its own the book must name each colour, or bars are not seen.
const colours = ['2f6fb3', 'e08a2e', '4c9a5b', '8a5fb0', 'b8433f', '6b6b6b'] as const;

function fill(colour = '2f6fb3'): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}

function line(colour: string): string {
  return `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;
}

function drawingXml({ left, title }: ChartPlace): string {
  const corner = (column: number, row: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return [
    `${declaration}<xdr:wsDr xmlns:xdr="${drawings}/spreadsheetDrawing" xmlns:a="${drawings}/main">`,
    `<xdr:twoCellAnchor><xdr:from>${corner(left, 1)}</xdr:from><xdr:to>${corner(left + 10, 22)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${drawings}/chart"><c:chart xmlns:c="${drawings}/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  ].join('');
}

function chartXml({ title, category, categoryKind, bars, rows }: ChartPlace, sheet: string): string {
  const cells = (column: number, from: number, to: number): string => {
    const letters = columnLetters(column);
    const range = from === to ? `$${letters}$${from}` : `$${letters}$${from}:$${letters}$${to}`;
    return `<c:f>${escapeXml(`${quotedName(sheet)}!${range}`)}</c:f>`;
  };
  const reference = categoryKind === 'text' ? 'c:strRef' : 'c:numRef';
  // Said outright: LibreOffice shows days as serial numbers when it is to take the format of the cells.
  const names = categoryKind === 'day' ? 'formatCode="dd.mm.yyyy" sourceLinked="0"' : 'formatCode="General" sourceLinked="1"';
  const series = bars.map(
    (column, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef>${cells(column, 1, 1)}</c:strRef></c:tx>${fill(colours[index % colours.length])}<c:invertIfNegative val="0"/>` +
      `<c:cat><${reference}>${cells(category, 2, rows + 1)}</${reference}></c:cat><c:val><c:numRef>${cells(column, 2, rows + 1)}</c:numRef></c:val></c:ser>`,
  );
  const axis = (id: number, crosses: number, position: string, more: string): string =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${more}` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line('6b6b6b')}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>`;
  return [
    `${declaration}<c:chartSpace xmlns:c="${drawings}/chart" xmlns:a="${drawings}/main" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="1"/></a:pPr><a:r><a:rPr sz="1400" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`,
    `<c:catAx>${axis(1, 2, 'b', `<c:numFmt ${names}/>`)}</c:catAx>`,
    `<c:valAx>${axis(2, 1, 'l', `<c:majorGridlines>${line('dcdcdc')}</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="1"/>`)}</c:valAx>`,
    '</c:plotArea>',
    bars.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('');
}
