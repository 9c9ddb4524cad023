import { IconRepeat } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { LinkedOrder, OrderLinks as Links } from '@/lib/domain/orders/get-order-links';
import type { Format } from '@/lib/i18n/format';
import styles from './order-parts.module.css';

interface OrderLinksProps {
  externalNo: string | null;
  links: Links;
  format: Format;
}

/** The number an order has elsewhere, what it repeats, and what repeats it. */
export function OrderLinks({ externalNo, links: { repeatOf, repeats }, format }: OrderLinksProps) {
  const t = useTranslations('orderCard');
  const link = ({ id, businessDay }: LinkedOrder, word: 'repeatOf' | 'repeatedIn') => (
    <li key={id}>
      <a href={`/orders/${id}`}>
        <IconRepeat size={13} stroke={1.6} aria-hidden="true" />
        {t(word, { id: String(id), day: format.shortDay(businessDay) })}
      </a>
    </li>
  );
  return (
    <ul className={styles.links}>
      {externalNo ? <li>{t('externalNo', { no: externalNo })}</li> : null}
      {repeatOf ? link(repeatOf, 'repeatOf') : null}
      {repeats.map((order) => link(order, 'repeatedIn'))}
    </ul>
  );
}
