import { useTranslations } from 'next-intl';
import { PeriodFields } from '@/components/data-table/period-fields';
import toolbar from '@/components/data-table/toolbar.module.css';
import buttons from '@/components/form/button.module.css';
import type { DayRange } from '@/lib/domain/period';
import type { LaterChanges } from '@/lib/domain/reports/later-changes';
import { laterChangesHref } from './later-url';

interface LaterFilterProps {
  range: DayRange;
  who: string | undefined;
  actors: LaterChanges['actors'];
}

/** Which days, and by whom: a form that only changes the address. */
export function LaterFilter({ range, who, actors }: LaterFilterProps) {
  const t = useTranslations();
  return (
    <form
      method="get"
      action="/reports/changes"
      className={toolbar.toolbar}
      aria-label={t('laterChanges.find')}
      key={`${range.from} ${range.to} ${who}`}
    >
      <PeriodFields from={range.from} to={range.to} />
      {actors.length > 0 ? (
        <label className={toolbar.date}>
          {t('laterChanges.who')}
          <select name="who" defaultValue={who ?? ''} className={toolbar.input}>
            <option value="">{t('laterChanges.anybody')}</option>
            {actors.map((actor) => (
              <option key={actor.who} value={actor.who}>
                {actor.name || t('history.nobody')}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit" className={buttons.button}>
        {t('laterChanges.show')}
      </button>
      {who ? (
        <a href={laterChangesHref(range)} className={toolbar.reset}>
          {t('table.reset')}
        </a>
      ) : null}
    </form>
  );
}
