import { useTranslations } from 'next-intl';
import { calendarPeriods } from '@/lib/domain/period';
import type { Format } from '@/lib/i18n/format';
import { periodDays } from './condition';
import { FilterField } from './filter-panel';
import panel from './filter-panel.module.css';
import { type ListUrl, listHref } from './list-url';
import { PeriodFields } from './period-fields';

interface PeriodFieldProps {
  url: ListUrl<{ from?: string; to?: string }, string>;
  label: string;
  format: Format;
}

/** The period of a list: one that moves with the day, by a link, or any days. */
export function PeriodField({ url, label, format }: PeriodFieldProps) {
  const t = useTranslations('lists');
  const { period, from, to } = url.params;
  return (
    <FilterField label={label}>
      <div className={panel.presets}>
        {calendarPeriods.map((name) => (
          <a
            key={name}
            href={listHref(url, { period: name, from: undefined, to: undefined })}
            className={panel.preset}
            aria-current={period === name && !from && !to ? 'true' : undefined}
            title={periodDays(name, format)}
          >
            {t(`periodNames.${name}`)}
          </a>
        ))}
      </div>
      {period && !from && !to ? <input type="hidden" name="period" value={period} /> : null}
      <div className={panel.pair}>
        <PeriodFields from={from} to={to} />
      </div>
    </FilterField>
  );
}
