import { IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/orders/order-card.module.css';
import { EmptyState } from '@/components/states/empty-state';
import type { Difference } from '@/lib/domain/past/difference';
import type { RecordAtMoment } from '@/lib/domain/past/record-at';
import type { PastEntity } from '@/lib/domain/past/schema';
import type { Format } from '@/lib/i18n/format';
import { DifferenceText } from './difference-text';
import { MomentFields } from './moment-fields';
import past from './past.module.css';
import { PastStrip } from './past-strip';
import { type Moments, pastHref } from './past-url';

interface PastRecordBodyProps {
  entity: PastEntity;
  id: number;
  at: number;
  to: number | undefined;
  found: RecordAtMoment;
  /** Between the two moments, where there are two. */
  difference: Difference | undefined;
  format: Format;
  /** The record as it was. */
  children: ReactNode;
}

function MomentForm({ entity, id, moments, format }: { entity: PastEntity; id: number; moments: Moments; format: Format }) {
  const t = useTranslations('past');
  return (
    <form
      method="get"
      action={pastHref(entity, id)}
      className={`${toolbar.toolbar} ${past.form}`}
      key={JSON.stringify(moments)}
      aria-label={t('title')}
    >
      <MomentFields {...moments} format={format} />
      <button type="submit" className={buttons.button}>
        {t('show')}
      </button>
    </form>
  );
}

/** A record of the past: the moment, the ways to its neighbours and to now, and then the record or the difference. */
export function PastRecordBody({ entity, id, at, to, found, difference, format, children }: PastRecordBodyProps) {
  const t = useTranslations('past');
  const { record, previous, next } = found;
  return (
    <>
      <MomentForm entity={entity} id={id} moments={{ at, to }} format={format} />
      <PastStrip at={at} to={to} format={format}>
        {previous === null ? null : (
          <a href={pastHref(entity, id, { at: previous })} rel="prev">
            {t('previousVersion')}
          </a>
        )}
        {next === null ? null : (
          <a href={pastHref(entity, id, { at: next })} rel="next">
            {t('nextVersion')}
          </a>
        )}
        {to === undefined ? <a href={`${pastHref(entity, id, { at })}&to=now`}>{t('compareWithNow')}</a> : null}
        <a href={`/${entity}s/${id}`}>{t('toNow')}</a>
      </PastStrip>
      {difference ? (
        <section className={styles.section}>
          <h2>{t('difference')}</h2>
          <p>{difference.action === 'none' ? t('noDifference') : <DifferenceText difference={difference} format={format} />}</p>
        </section>
      ) : record.existence === 'absent' ? (
        <EmptyState icon={<IconHistory size={22} stroke={1.6} />} title={t('absent')} text={t('absentText')} />
      ) : (
        <>
          {record.existence === 'deleted' ? <p className={`quiet ${styles.section}`}>{t('binned')}</p> : null}
          {children}
        </>
      )}
    </>
  );
}
