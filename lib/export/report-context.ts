import type { Locale } from '../i18n/locale';

/** What the file of a report takes from the settings and the reader. */
export interface ReportContext {
  /** IANA name; instants are shown in it. */
  timeZone: string;
  /** Name of the company, or nothing. */
  organisation: string;
  locale: Locale;
}
