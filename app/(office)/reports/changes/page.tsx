import { IconHistory } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hrefWith } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/reports/later-changes.module.css';
import { LaterFigures } from '@/components/reports/later-figures';
import { LaterFilter } from '@/components/reports/later-filter';
import { LaterTable } from '@/components/reports/later-table';
import { readLaterUrl } from '@/components/reports/later-url';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/states/empty-state';
import notes from '@/components/states/note.module.css';
import { calendarPeriod } from '@/lib/domain/period';
import { listLaterChanges, mostOrders } from '@/lib/domain/reports/later-changes';
import { laterPlaceText } from '@/lib/domain/reports/schema';
import { mayUndo } from '@/lib/domain/undo/undo-operation';
import { pageCtxFor, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';

/** Changes on a page. */
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('laterChanges'))('short') };
}

export default async function LaterChangesPage({ searchParams }: ListPageProps) {
  const [ctx, format, t] = await Promise.all([pageCtxFor('report.read'), pageFormat(), getTranslations('laterChanges')]);
  const { range, who, after } = readLaterUrl(await searchParams, format.today);
  const changes = await listLaterChanges(ctx, { range, who, after, limit });
  const { ended, tooMany, rows, next } = changes;
  const month = calendarPeriod('month', range.from);
  const isMonth = month.from === range.from && month.to === range.to;
  const title = isMonth
    ? t('title', { month: format.longMonth(range.from) })
    : t('titleDays', { period: format.period(range.from, range.to) });
  const moment = format.longDay(range.to);
  const unchanged = changes.operations > 0 ? { title: t('emptyWho') } : { title: t('empty'), text: t('emptyText', { moment }) };
  const emptyWords = ended ? unchanged : { title: t('running'), text: t('runningText', { moment }) };
  return (
    <>
      <PageHead title={title} parent={{ href: '/reports', label: t('reports') }} under={ended ? t('since', { moment }) : undefined} />
      <div className={styles.bar}>
        <LaterFilter range={range} who={who} actors={changes.actors} />
      </div>
      {changes.addsUp ? null : (
        <p role="alert" className={`${notes.bad} ${notes.strip}`}>
          {t('broken')} <a href="/reports/check">{t('check')}</a>
        </p>
      )}
      <LaterFigures changes={changes} range={range} format={format} />
      {tooMany ? <p className={`${notes.warn} ${notes.strip}`}>{t('tooMany', { n: format.number(mostOrders) })}</p> : null}
      {rows.length > 0 ? (
        <>
          <p className={styles.note}>{t('operations', { n: changes.operations })}</p>
          <LaterTable rows={rows} undone={changes.undone} mayUndo={(operation) => mayUndo(ctx, operation)} format={format} />
        </>
      ) : tooMany ? null : (
        <EmptyState icon={<IconHistory size={22} stroke={1.6} />} {...emptyWords} />
      )}
      {after || next ? (
        <nav className={styles.foot} aria-label={t('when')}>
          {after ? <a href={hrefWith('/reports/changes', { ...range, who })}>{t('newest')}</a> : null}
          {next ? (
            <a href={hrefWith('/reports/changes', { ...range, who, after: laterPlaceText(next) })} className={buttons.button}>
              {t('older')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
