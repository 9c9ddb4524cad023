import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Walk } from './record-walk';
import styles from './table.module.css';

interface StepProps {
  href: string | undefined;
  label: string;
  hotkey: string;
  rel: 'prev' | 'next';
  Icon: typeof IconChevronLeft;
}

function Step({ href, label, hotkey, rel, Icon }: StepProps) {
  const icon = <Icon size={16} stroke={1.6} aria-hidden="true" />;
  if (!href) return <span className={`${styles.step} ${styles.idle}`}>{icon}</span>;
  return (
    <a href={href} rel={rel} className={styles.step} aria-label={label} title={`${label} ${hotkey}`} data-key={hotkey}>
      {icon}
    </a>
  );
}

/** On a card: its place in the list it was opened from, and the way to the record before and after it. */
export function Neighbours({ walk }: { walk: Walk | undefined }) {
  const t = useTranslations('lists');
  if (!walk) return null;
  const { position, total, previous, next } = walk;
  return (
    <nav aria-label={t('neighbours')} className={styles.neighbours}>
      {position === undefined ? null : (
        <span className="num">{total === undefined || position > total ? position : t('placeOf', { n: position, total })}</span>
      )}
      <Step href={previous} label={t('previousRecord')} hotkey="K" rel="prev" Icon={IconChevronLeft} />
      <Step href={next} label={t('nextRecord')} hotkey="J" rel="next" Icon={IconChevronRight} />
    </nav>
  );
}
