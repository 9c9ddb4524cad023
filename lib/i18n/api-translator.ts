import { createTranslator } from 'use-intl/core';
import type { FieldIssues } from '@/lib/domain/errors';
import type { Locale } from './locale';
import en from './messages/en/api.json';
import ru from './messages/ru/api.json';

const messages = { ru, en };

export type ErrorKey = keyof (typeof ru)['errors'];
type RuleKey = keyof (typeof ru)['rules'];
type ColumnKey = keyof (typeof ru)['imports']['columns'];
type Values = Record<string, string | number>;

function makeWords(locale: Locale) {
  const translate = createTranslator({ locale, messages: messages[locale] });
  const has = (rule: string): rule is RuleKey => Object.hasOwn(messages[locale].rules, rule);
  return {
    error: (key: ErrorKey, values: Values = {}): string => translate(`errors.${key}`, values as never),
    /** Headings of files that are taken in, and what is told beside their rows. */
    column: (name: string): string => translate(`imports.columns.${name as ColumnKey}`),
    imports: (key: Exclude<keyof (typeof ru)['imports'], 'columns'>, values: Values = {}): string =>
      translate(`imports.${key}`, values as never),
    rule: (rule: string, values: Values = {}): string => translate(`rules.${has(rule) ? rule : 'type_object'}`, values as never),
  };
}

export type ApiWords = ReturnType<typeof makeWords>;

const made = new Map<Locale, ApiWords>();

/** The sentences of errors and broken rules in a language; needs no request of any framework. */
export function apiWords(locale: Locale): ApiWords {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}

/** Field issues as sentences. */
export function wordIssues(words: ApiWords, fields: FieldIssues): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, issues]) => [name, issues.map(({ rule, values }) => words.rule(rule, values))]),
  );
}
