import { getTranslations } from 'next-intl/server';
import type { ConnectionFormWords } from './connection-form';

/** What the forms of a connection say themselves. */
export async function formWords(): Promise<ConnectionFormWords> {
  const t = await getTranslations('exchange');
  return {
    topics: t('topicsLabel'),
    more: t('more'),
    shownTitle: t('shownTitle'),
    shownText: t('shownText'),
    goOn: t('goOn'),
    copied: t('copied'),
  };
}
