import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/form/use-kept-form';
import { periodNames } from '@/lib/domain/reports/schema';
import { freshForm } from '@/lib/entry/form-state';
import { ReportForm } from './report-form';

/** A report of the last week, month or year by one press, or of any days. */
export function NewReport({ save, today }: { save: FormAction; today: string }) {
  const t = useTranslations();
  const words = { from: t('table.from'), to: t('table.to'), make: t('reports.make') };
  const periods = periodNames.map((value) => ({ value, label: t(`reports.last.${value}`) }));
  return <ReportForm action={save} initial={freshForm({ from: `${today.slice(0, 7)}-01`, to: today })} periods={periods} words={words} />;
}
