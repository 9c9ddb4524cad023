import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/orders/order-card.module.css';

interface DeleteClientProps {
  id: number;
  version: number;
  /** Live orders, which go into the bin with him. */
  orders: number;
  action: (data: FormData) => Promise<never>;
  /** What else can be done with him. */
  children?: ReactNode;
}

export function DeleteClient({ id, version, orders, action, children }: DeleteClientProps) {
  const t = useTranslations('client');
  return (
    <form action={action} className={styles.bottom}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {orders > 0 ? <input type="hidden" name="cascade" value="1" /> : null}
      <button type="submit" className={buttons.danger}>
        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        {orders > 0 ? t('deleteWithOrders', { n: orders }) : t('delete')}
      </button>
      {children}
    </form>
  );
}
