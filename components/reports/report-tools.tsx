import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type Condition, dropped } from '@/components/data-table/condition';
import { FilterChip } from '@/components/data-table/filter-chip';
import { FilterField, FilterPanel } from '@/components/data-table/filter-panel';
import toolbar from '@/components/data-table/toolbar.module.css';
import { OrderFilterFields, StatusField } from '@/components/orders/order-filter-fields';
import type { OrderFilterNames } from '@/components/orders/order-filter-names';
import { type Analysis, chartSteps, comparisons } from '@/lib/domain/reports/analysis';
import { reportFilterFields } from '@/lib/domain/reports/question';
import type { Format } from '@/lib/i18n/format';
import { Choice, ChoiceMenu } from './choice-menu';
import { HiddenParams } from './hidden-params';
import { PeriodTools } from './period-tools';
import styles from './report-tools.module.css';
import { type ReportUrl, reportHref } from './report-url';
import { comparedWith } from './report-words';

interface ReportToolsProps {
  url: ReportUrl;
  analysis: Analysis;
  conditions: readonly Condition[];
  names: OrderFilterNames;
  format: Format;
}

const withoutCancelled = 'Pending,Completed';
/** Fields of the panel; other conditions come from elsewhere and stay. */
const ofPanel = ['status', 'product', 'sum_from', 'sum_to', 'payment', 'waiting', 'author', 'q'];

function CompareMenu({ url, analysis }: Pick<ReportToolsProps, 'url' | 'analysis'>) {
  const t = useTranslations();
  const { compare } = url.question;
  const value = analysis.compared && compare !== 'none' ? comparedWith(analysis.compared.range, compare, t) : t('reportPage.compare.none');
  return (
    <ChoiceMenu label={t('reportPage.compare.label')} value={value}>
      {comparisons.map((name) => (
        <Choice key={name} href={reportHref(url, { compare: name === 'previous' ? undefined : name })} chosen={name === compare}>
          {t(`reportPage.compare.${name}`)}
        </Choice>
      ))}
    </ChoiceMenu>
  );
}

function StepMenu({ url, analysis }: Pick<ReportToolsProps, 'url' | 'analysis'>) {
  const t = useTranslations('reportPage.step');
  return (
    <ChoiceMenu label={t('label')} value={t(analysis.step)}>
      {chartSteps.map((step) => (
        <Choice key={step} href={reportHref(url, { step })} chosen={step === analysis.step}>
          {t(step)}
        </Choice>
      ))}
    </ChoiceMenu>
  );
}

/** The second row of a report: days, comparison, step, and the conditions its orders must meet. */
export function ReportTools({ url, analysis, conditions, names, format }: ReportToolsProps) {
  const t = useTranslations();
  const { params, question } = url;
  const bare = reportHref(url, dropped(Object.keys(reportFilterFields).concat('q', 'client', 'author')));
  return (
    <div className={styles.tools}>
      <PeriodTools url={url} format={format} />
      <CompareMenu url={url} analysis={analysis} />
      <StepMenu url={url} analysis={analysis} />
      <div className={styles.chips}>
        {conditions.map(({ fields, label, value }) => (
          <FilterChip key={fields.join()} label={label} value={value} href={reportHref(url, dropped(fields))} />
        ))}
        {params.status === undefined ? (
          <a href={reportHref(url, { status: withoutCancelled })} className={styles.offer}>
            <IconPlus size={14} stroke={1.6} aria-hidden="true" />
            {t('reportPage.withoutCancelled')}
          </a>
        ) : null}
        {conditions.length > 1 ? (
          <a href={bare} className={toolbar.reset}>
            {t('table.reset')}
          </a>
        ) : null}
      </div>
      <form method="get" action={url.path} key={JSON.stringify(params)} aria-label={t('reportPage.conditions')}>
        <HiddenParams url={url} without={ofPanel} />
        <FilterPanel count={0}>
          <FilterField label={t('reportPage.search')}>
            <input
              name="q"
              defaultValue={params.q}
              className={toolbar.input}
              placeholder={t('orders.searchHint')}
              aria-label={t('reportPage.search')}
            />
          </FilterField>
          <StatusField filter={question.filter} />
          <OrderFilterFields params={params} authors={names.authors} />
        </FilterPanel>
      </form>
    </div>
  );
}

/** The conditions of a report; the most usual one by its own name. */
export function withOwnWords(
  conditions: readonly Condition[],
  { params }: ReportUrl,
  own: Record<'search' | 'withoutCancelled', string>,
): Condition[] {
  const search = params.q ? [{ fields: ['q'], label: own.search, value: params.q }] : [];
  const rest = conditions.map((condition) =>
    condition.fields[0] === 'status' && params.status === withoutCancelled
      ? { fields: ['status'], value: own.withoutCancelled }
      : condition,
  );
  return [...search, ...rest];
}
