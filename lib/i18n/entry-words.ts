import type pages from './messages/ru/pages.json';

/** The words of forms that run in the browser, as they stand in the messages; `lib/i18n/fill.ts` fills them. */
export type EntryWords = (typeof pages)['entry'];
