import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/orders/order-card.module.css';
import type { Format } from '@/lib/i18n/format';

interface BinnedStripProps {
  id: number;
  deletedAt: number;
  /** Who put it there, if that is known. */
  by?: string;
  format: Format;
  /** Absent for those who may not. */
  restore?: (data: FormData) => Promise<never>;
}

/** Over the card of a deleted record: since when, and the way back. */
export function BinnedStrip({ id, deletedAt, by, format, restore }: BinnedStripProps) {
  const t = useTranslations('common');
  const tMissing = useTranslations('missing');
  const when = format.longDateTime(deletedAt);
  return (
    <div className={styles.binned} role="status">
      <IconTrash size={16} stroke={1.6} aria-hidden="true" />
      <span>{by ? tMissing('binnedBy', { when, who: by }) : t('binned', { when })}</span>
      {restore ? (
        <form action={restore}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={buttons.button}>
            {t('restore')}
          </button>
        </form>
      ) : null}
    </div>
  );
}
