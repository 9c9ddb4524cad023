import type { SettingsRow } from '@/db/queries/settings';
import { type Format, makeFormat } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { type PrintWords, printWords } from '../../i18n/print-words';

/** What a document takes from the settings and the reader. */
export interface PrintContext {
  settings: SettingsRow;
  format: Format;
  words: PrintWords;
}

/** How a reader of a language is shown documents; `now` in UTC epoch ms. */
export function printContext(settings: SettingsRow, locale: Locale, now: number): PrintContext {
  const { timeZone, currency } = settings;
  return { settings, format: makeFormat({ locale, timeZone, currency, now }), words: printWords(locale) };
}
