import { useTranslations } from 'next-intl';
import toolbar from './toolbar.module.css';

interface PeriodFieldsProps {
  from: string | undefined;
  to: string | undefined;
}

/** First and last day of what is shown, both included. */
export function PeriodFields({ from, to }: PeriodFieldsProps) {
  const t = useTranslations('table');
  return (
    <>
      <label className={toolbar.date}>
        {t('from')}
        <input type="date" name="from" defaultValue={from} className={toolbar.input} />
      </label>
      <label className={toolbar.date}>
        {t('to')}
        <input type="date" name="to" defaultValue={to} className={toolbar.input} />
      </label>
    </>
  );
}
