import { createTranslator } from 'use-intl/core';
import type { Locale } from './locale';
import en from './messages/en/print.json';
import ru from './messages/ru/print.json';

const messages = { ru, en };

function makeWords(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale] });
}

export type PrintWords = ReturnType<typeof makeWords>;

const made = new Map<Locale, PrintWords>();

/** The words of printed documents in a language; needs no request of any framework. */
export function printWords(locale: Locale): PrintWords {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}
