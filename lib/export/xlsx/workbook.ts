import { inChunks } from '../in-chunks';
import { escapeXml } from './cell-text';
import { type ChartPlace, chartParts } from './chart';
import { declaration, mainNamespace, office, packages, quotedName, relations } from './package-xml';
import { sheetName } from './sheet-name';
import { stylesXml } from './styles';
import { type ZipPart, zipStream } from './zip-stream';

/** One sheet on its way into a book. */
export interface Sheet {
  title: string;
  xml: AsyncIterable<string> | Iterable<string>;
  /** Asked for when the XML has been written: the filtered range, like `$A$1:$C$9`. */
  filter?: () => string;
  /** Asked for when the XML has been written; the XML then names the drawing. */
  chart?: () => ChartPlace | undefined;
}

export interface BookInfo {
  title: string;
  /** UTC epoch ms. */
  madeAt: number;
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** A workbook in chunks: each sheet is written as its rows come, what tells about all of them comes last. */
export function workbook(sheets: AsyncIterable<Sheet> | Iterable<Sheet>, info: BookInfo): AsyncGenerator<Uint8Array, void, undefined> {
  return zipStream(bookParts(sheets, info), info.madeAt);
}

async function* bookParts(sheets: AsyncIterable<Sheet> | Iterable<Sheet>, info: BookInfo): AsyncGenerator<ZipPart, void, undefined> {
  yield {
    path: '_rels/.rels',
    content: relations([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  };
  yield { path: 'docProps/core.xml', content: coreXml(info) };
  yield { path: 'xl/styles.xml', content: stylesXml() };
  const names: string[] = [];
  const filters: string[] = [];
  const overrides: [path: string, type: string][] = [
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
    ['xl/styles.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'],
  ];
  for await (const sheet of sheets) {
    const index = names.length;
    const number = index + 1;
    const name = sheetName(sheet.title, names);
    names.push(name);
    yield { path: `xl/worksheets/sheet${number}.xml`, content: inChunks(sheet.xml) };
    overrides.push([`xl/worksheets/sheet${number}.xml`, sheetType]);
    const range = sheet.filter?.();
    if (range) filters.push(definedFilter(name, index, range));
    const place = sheet.chart?.();
    if (!place) continue;
    for (const { path, content, type } of chartParts(place, name, number)) {
      yield { path, content };
      if (type) overrides.push([path, type]);
    }
  }
  yield { path: 'xl/workbook.xml', content: workbookXml(names, filters) };
  const sheetFiles = names.map((_, index): [string, string] => [`${office}/worksheet`, `worksheets/sheet${index + 1}.xml`]);
  yield { path: 'xl/_rels/workbook.xml.rels', content: relations([...sheetFiles, [`${office}/styles`, 'styles.xml']]) };
  yield { path: '[Content_Types].xml', content: contentTypes(overrides) };
}

function definedFilter(name: string, index: number, range: string): string {
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`${quotedName(name)}!${range}`)}</definedName>`;
}

function workbookXml(names: readonly string[], filters: readonly string[]): string {
  const list = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const defined = filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : '';
  return `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}

function coreXml({ title, madeAt }: BookInfo): string {
  const created = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`;
}

function contentTypes(overrides: readonly [path: string, type: string][]): string {
  const lines = overrides.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`;
}
