import { useTranslations } from 'next-intl';
import { ChangeShape } from '@/components/history/change-shape';
import history from '@/components/history/history.module.css';
import type { ChangedRecord } from '@/lib/domain/past/list-differences';
import type { PastEntity } from '@/lib/domain/past/schema';
import type { Format } from '@/lib/i18n/format';
import { DifferenceText } from './difference-text';
import styles from './past.module.css';
import { type Moments, pastHref } from './past-url';

interface DifferenceListProps {
  rows: ChangedRecord[];
  entity: PastEntity;
  moments: Moments;
  format: Format;
}

/** What was changed in a list between two moments, each record once. */
export function DifferenceList({ rows, entity, moments, format }: DifferenceListProps) {
  const t = useTranslations('orders');
  return (
    <ol className={styles.differences}>
      {rows.map(({ id, name, at, difference }) => (
        <li key={id} className={history.row}>
          <time className="num" dateTime={new Date(at).toISOString()} title={format.exact(at)}>
            {format.listDay(format.dayOf(at))}
          </time>
          <ChangeShape action={difference.action} />
          <p>
            <a href={pastHref(entity, id, moments)}>{name || t('number', { id })}</a>:{' '}
            <DifferenceText difference={difference} format={format} />
          </p>
        </li>
      ))}
    </ol>
  );
}
