import { IconClipboardList, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';
import { isFiltered, type OrderListUrl, orderListHref } from './order-list-url';

/** No rows: because there are no orders yet, or because none fits. */
export function OrderListEmpty({ url, mayWrite }: { url: OrderListUrl; mayWrite: boolean }) {
  const t = useTranslations();
  const { q, from, to } = url.params;
  if (!isFiltered(url))
    return (
      <EmptyState icon={<IconClipboardList size={22} stroke={1.6} />} title={t('orders.empty')} text={t('orders.emptyText')}>
        {mayWrite ? (
          <a href="/orders/new" className={buttons.primary}>
            <IconPlus size={16} stroke={1.6} aria-hidden="true" />
            {t('orders.first')}
          </a>
        ) : null}
      </EmptyState>
    );
  return (
    <EmptyState icon={<IconSearchOff size={22} stroke={1.6} />} title={t('orders.notFound')} text={q ? t('table.tried', { q }) : undefined}>
      {from || to ? (
        <a href={orderListHref(url, { from: undefined, to: undefined })} className={buttons.primary}>
          {t('table.dropPeriod')}
        </a>
      ) : null}
      <a href="/orders" className={buttons.button}>
        {t('table.reset')}
      </a>
    </EmptyState>
  );
}
