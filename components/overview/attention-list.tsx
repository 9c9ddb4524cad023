import { IconCalendarExclamation, IconChevronRight, IconCircleCheck, IconClock, IconCopy, IconPhoneOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { hrefWith } from '@/components/data-table/list-url';
import { type Attention, isCalm } from '@/lib/domain/overview/attention';
import type { Format } from '@/lib/i18n/format';
import styles from './overview.module.css';
import { clientsOf } from './overview-url';

interface Item {
  key: string;
  Icon: typeof IconClock;
  tone: 'warn' | 'bad' | 'quiet';
  href: string;
  title: string;
  under: string;
}

function useItems(attention: Attention, format: Format): Item[] {
  const t = useTranslations('overview.attention');
  const { waiting, waitingTo, pendingDays, overdue, noPhone, month, samePhone, sameInn } = attention;
  const items: (Item | false)[] = [
    waiting.orders > 0 && {
      key: 'waiting',
      Icon: IconClock,
      tone: 'warn',
      href: hrefWith('/orders', { status: 'Pending', to: waitingTo }),
      title: t('waiting', { n: waiting.orders, days: pendingDays }),
      under: t('sum', { sum: format.money(waiting.totalMinor) }),
    },
    overdue?.orders !== 0 && {
      key: 'overdue',
      Icon: IconCalendarExclamation,
      tone: 'bad',
      href: hrefWith('/orders', { payment: 'overdue' }),
      title: overdue ? t('overdue', { n: overdue.orders }) : t('overdueMany'),
      under: overdue ? t('sum', { sum: format.money(overdue.totalMinor) }) : t('overdueUnder'),
    },
    noPhone > 0 && {
      key: 'noPhone',
      Icon: IconPhoneOff,
      tone: 'quiet',
      href: clientsOf(month, { has_phone: '0' }),
      title: t('noPhone', { n: noPhone }),
      under: t('thisMonth'),
    },
    samePhone > 0 && {
      key: 'samePhone',
      Icon: IconCopy,
      tone: 'quiet',
      href: '/clients/duplicates?by=phone',
      title: t('samePhone', { n: samePhone }),
      under: t('similar'),
    },
    sameInn > 0 && {
      key: 'sameInn',
      Icon: IconCopy,
      tone: 'quiet',
      href: '/clients/duplicates?by=inn',
      title: t('sameInn', { n: sameInn }),
      under: t('similar'),
    },
  ];
  return items.filter((item) => item !== false);
}

/** What should not wait, or that nothing does. */
export function AttentionList({ attention, format }: { attention: Attention; format: Format }) {
  const t = useTranslations('overview.attention');
  const items = useItems(attention, format);
  return (
    <section className={styles.block}>
      <h2>{t('title')}</h2>
      {isCalm(attention) ? (
        <p className={styles.calm}>
          <IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />
          {t('calm')}
        </p>
      ) : null}
      <ul>
        {items.map(({ key, Icon, tone, href, title, under }) => (
          <li key={key}>
            <a href={href} className={styles.item}>
              <span className={`${styles.tile} ${styles[tone]}`}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
              </span>
              <span className={styles.told}>
                <b>{title}</b>
                <span className={styles.under}>{under}</span>
              </span>
              <IconChevronRight size={16} stroke={1.6} aria-hidden="true" className={styles.chevron} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
