import { IconLock } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';
import { pageCtx } from '@/lib/entry/page';

export default async function Forbidden() {
  const [ctx, t] = await Promise.all([pageCtx(), getTranslations()]);
  const role = t(`roles.${ctx.actor.role}`);
  return (
    <>
      <title>{t('forbidden.title')}</title>
      <EmptyState heading="h1" icon={<IconLock size={22} stroke={1.6} />} title={t('forbidden.title')} text={t('forbidden.text', { role })}>
        <a href="/orders" className={buttons.button}>
          {t('forbidden.back')}
        </a>
      </EmptyState>
    </>
  );
}
