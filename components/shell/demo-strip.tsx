import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './demo-strip.module.css';

/** Says that the data is invented: with counts where somebody has signed in. */
export function DemoStrip({ clients, orders }: { clients?: number; orders?: number }) {
  const t = useTranslations('demo');
  const counted = clients !== undefined && orders !== undefined;
  return (
    <aside className={styles.strip} data-demo="" aria-label={t('title')}>
      <IconInfoCircle size={14} stroke={1.6} aria-hidden="true" />
      <span>
        <b>{t('title')}.</b> <span className={styles.counts}>{counted ? t('counts', { clients, orders }) : t('plain')}</span>
      </span>
      {counted ? (
        <details data-menu="" className={styles.own}>
          <summary>{t('own')}</summary>
          <p className={styles.text}>{t('ownText')}</p>
        </details>
      ) : null}
    </aside>
  );
}
