import type { useTranslations } from 'next-intl';
import type { Import } from '@/lib/domain/imports/import-record';
import { importFields, matchKeys } from '@/lib/domain/imports/schema';
import { type FormState, freshForm } from '@/lib/entry/form-state';
import type { ApiWords } from '@/lib/i18n/api-translator';

interface Choice {
  value: string;
  label: string;
}

/** What the form of the columns is made of, in the reader's words. */
export interface MappingSetup {
  columns: { name: string; label: string; header: string; sample: string[] }[];
  fields: Choice[];
  matchBy: Choice[];
  words: Record<'column' | 'leaveOut' | 'field' | 'first' | 'match' | 'matchHint' | 'back' | 'check', string>;
  initial: FormState;
}

/** Values of a column that are shown beside it. */
const shown = 3;

export function mappingSetup(
  { id, entity, file, mapping, rowsTotal }: Import,
  t: ReturnType<typeof useTranslations<'importing'>>,
  words: ApiWords,
): MappingSetup {
  const values: Record<string, string> = { import: String(id) };
  for (const [n, field] of mapping.columns.entries()) values[`c${n}`] = field ?? '';
  for (const key of mapping.matchBy) values[`match.${key}`] = '1';
  return {
    columns: file.headers.map((text, n) => {
      const header = text.trim() || t('unnamed', { n: n + 1 });
      const sample = [...new Set(file.sample.map((row) => row[n]?.trim() ?? '').filter(Boolean))].slice(0, shown);
      return { name: `c${n}`, label: t('fieldFor', { name: header }), header, sample };
    }),
    fields: importFields[entity].map((value) => ({ value, label: words.column(value) })),
    matchBy: matchKeys[entity].map((value) => ({ value, label: t(`matchKeys.${value}`) })),
    words: {
      column: t('columnOf'),
      leaveOut: t('leaveOut'),
      field: t('fieldOf'),
      first: t('firstValues'),
      match: t('matchBy'),
      matchHint: t('matchHint'),
      back: t('back'),
      check: t('doCheck', { n: rowsTotal }),
    },
    initial: freshForm(values),
  };
}
