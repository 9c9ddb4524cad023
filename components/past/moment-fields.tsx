import { useTranslations } from 'next-intl';
import toolbar from '@/components/data-table/toolbar.module.css';
import type { Format } from '@/lib/i18n/format';
import styles from './past.module.css';
import type { Moments } from './past-url';

interface MomentProps {
  day: string;
  time: string;
  label: string;
  moment: number | undefined;
  format: Format;
  required?: boolean;
}

function Moment({ day, time, label, moment, format, required = false }: MomentProps) {
  const t = useTranslations('past');
  return (
    <fieldset className={styles.moment}>
      <legend>{label}</legend>
      <input
        type="date"
        name={day}
        required={required}
        max={format.today}
        defaultValue={moment === undefined ? undefined : format.dayOf(moment)}
        className={toolbar.input}
        aria-label={t('day')}
      />
      <input
        type="time"
        name={time}
        defaultValue={moment === undefined ? undefined : format.time(moment).padStart(5, '0')}
        className={toolbar.input}
        aria-label={t('time')}
      />
    </fieldset>
  );
}

/** A moment, and another one to compare with; both in the organisation's zone. */
export function MomentFields({ at, to, format }: Moments & { format: Format }) {
  const t = useTranslations('past');
  return (
    <>
      <Moment day="day" time="time" label={t('at')} moment={at} format={format} required />
      <Moment day="day2" time="time2" label={t('compareWith')} moment={to} format={format} />
    </>
  );
}
