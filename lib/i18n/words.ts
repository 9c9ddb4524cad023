import type { Locale as OwnLocale } from './locale';
import type api from './messages/ru/api.json';
import type pages from './messages/ru/pages.json';

declare module 'use-intl' {
  /** Keys are checked against the Russian messages; a test holds the English to the same keys. */
  interface AppConfig {
    Locale: OwnLocale;
    Messages: typeof api & typeof pages;
  }
}
