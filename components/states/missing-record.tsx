import { IconSearchOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import fields from '@/components/form/field.module.css';
import { EmptyState } from './empty-state';

/** In place of a card: that a record never was – what lies in the bin has a card – and the search of its list. */
export function MissingRecord({ entity }: { entity: 'order' | 'client' }) {
  const t = useTranslations('missing');
  return (
    <>
      <title>{t(entity)}</title>
      <EmptyState heading="h1" icon={<IconSearchOff size={22} stroke={1.6} />} title={t(entity)} text={t(`${entity}Text`)}>
        <form method="get" action={entity === 'order' ? '/orders' : '/clients'} style={{ display: 'flex', gap: 8 }}>
          <input type="search" name="q" aria-label={t('what')} className={fields.input} />
          <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
            {t('search')}
          </button>
        </form>
      </EmptyState>
    </>
  );
}
