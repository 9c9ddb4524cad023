import type { Format } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import type ru from '../../i18n/messages/ru/pages.json';
import type { PageWords } from '../../i18n/page-words';
import type { CellKind, CellValue } from '../table';

/** What the cells of a reader are worded with. */
export interface CellWords {
  t: PageWords;
  locale: Locale;
  format: Format;
  /** The word of an order's status. */
  status: (code: string) => string;
}

export type TitleKey = keyof (typeof ru)['exports']['columns'];

/** A column of a download: what is in it for a row. */
export interface ExportColumn<R> {
  name: string;
  /** Key of its heading; its own name unless given. */
  title?: TitleKey;
  kind: CellKind;
  /** Characters. */
  width: number;
  of: (row: R, words: CellWords) => CellValue;
  /** Added up in the last row. */
  summed?: true;
}

/** Statuses as words, each looked up once. */
export function statusWords(t: PageWords): (code: string) => string {
  const known = new Map(['Pending', 'Completed', 'Cancelled'].map((code) => [code, t(`status.${code as 'Pending'}`)]));
  return (code) => known.get(code) ?? code;
}

/** What an empty text is in a cell. */
export function filled(text: string | null): string | null {
  return text === '' ? null : text;
}
