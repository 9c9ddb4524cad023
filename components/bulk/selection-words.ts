import { getTranslations } from 'next-intl/server';
import type { SelectionWords } from './selection-bar';

/** The words of the bar under a list; `count` is how many the list has found, when that is known. */
export async function selectionWords(count: number | undefined): Promise<SelectionWords> {
  const t = await getTranslations('selection');
  return {
    label: t('label'),
    chosen: t('chosen'),
    selectFound: count === undefined ? t('foundMany') : t('found', { n: count }),
    status: t('status'),
    edit: t('edit'),
    print: t('print'),
    delete: t('delete'),
    clear: t('clear'),
    stop: t('stop'),
    sure: t('sure'),
    sureText: t('sureText'),
    go: t('go'),
    cancel: t('cancel'),
  };
}
