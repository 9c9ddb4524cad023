import { createTranslator } from 'use-intl/core';
import type { Locale } from './locale';
import en from './messages/en/pages.json';
import ru from './messages/ru/pages.json';

const messages = { ru, en };

function makeWords(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale] });
}

export type PageWords = ReturnType<typeof makeWords>;

const made = new Map<Locale, PageWords>();

/** The words of the pages in a language, where there is no page: a file says what the screen says. */
export function pageWords(locale: Locale): PageWords {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}
