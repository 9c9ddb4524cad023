import { getTranslations } from 'next-intl/server';
import type { QuickLookWords } from './quick-look';

export async function quickLookWords(): Promise<QuickLookWords> {
  const t = await getTranslations('look');
  return { look: t('title'), close: t('close'), up: t('up'), down: t('down'), open: t('open') };
}
