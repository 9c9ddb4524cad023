import { IconSearchOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <>
      <title>{t('title')}</title>
      <EmptyState heading="h1" icon={<IconSearchOff size={22} stroke={1.6} />} title={t('title')} text={t('text')}>
        <a href="/orders" className={buttons.primary}>
          {t('orders')}
        </a>
        <a href="/clients" className={buttons.button}>
          {t('clients')}
        </a>
      </EmptyState>
    </>
  );
}
