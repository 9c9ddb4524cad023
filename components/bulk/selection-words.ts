import { getTranslations } from 'next-intl/server';
import type { SelectionWords } from './selection-bar';

/** The words of the bar under a list; `count` is how many the list has found, when that is known. */
export async function selectionWords(count: number | undefined): Promise<SelectionWords> {
  const [t, tDownloads] = await Promise.all([getTranslations('selection'), getTranslations('downloads')]);
  return {
    label: t('label'),
    chosen: t('chosen'),
    selectFound: count === undefined ? t('foundMany') : t('found', { n: count }),
    status: t('status'),
    edit: t('edit'),
    print: t('print'),
    download: tDownloads('download'),
    formats: { xlsx: tDownloads('xlsx'), csv: tDownloads('csv'), rfc4180: tDownloads('rfc4180'), json: tDownloads('json') },
    delete: t('delete'),
    clear: t('clear'),
    stop: t('stop'),
    sure: t('sure'),
    sureText: t('sureText'),
    go: t('go'),
    cancel: t('cancel'),
  };
}
