import { declaration, mainNamespace, office } from './package-xml';

/** Everything before the rows of a sheet whose first row stays in view; printed as wide as the page. Widths in characters. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return [
    `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`,
  ].join('');
}

interface SheetTail {
  /** Like `A1:C9`. */
  filter?: string;
  /** Where digits are text on purpose, so that Excel does not mark them. */
  digitTexts?: string;
  drawing?: boolean;
}

/** Everything after the rows. */
export function sheetEnd({ filter, digitTexts, drawing }: SheetTail = {}): string {
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    digitTexts ? `<ignoredErrors><ignoredError sqref="${digitTexts}" numberStoredAsText="1"/></ignoredErrors>` : '',
    drawing ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('');
}
