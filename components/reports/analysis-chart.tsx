import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type BarPair, PairedBars } from '@/components/charts/paired-bars';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { Analysis, ChartBar } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { axisRange, isWholeMonth, rangeName, rangeText } from '@/lib/i18n/ranges';
import styles from './analysis.module.css';
import { ordersBehind, type ReportScope } from './report-links';

interface AnalysisChartProps {
  analysis: Analysis;
  scope: ReportScope;
  format: Format;
  /** In place of the bars, where there are none. */
  empty: ReactNode;
}

/** Kopecks of a thousand rubles, the unit of a chart whose bars reach ten of them. */
const thousand = 100_000;

function Legend({ analysis: { range, compared }, format }: Pick<AnalysisChartProps, 'analysis' | 'format'>) {
  return (
    <>
      <span className={styles.legend}>
        <span className={`${styles.swatch} ${styles.now}`} aria-hidden="true" />
        {rangeName(range, format)}
      </span>
      {compared ? (
        <span className={styles.legend}>
          <span className={styles.swatch} aria-hidden="true" />
          {rangeName(compared.range, format)}
        </span>
      ) : null}
    </>
  );
}

interface BarTableProps {
  pairs: readonly { now: ChartBar | undefined; base: ChartBar | undefined }[];
  title: string;
  compared: boolean;
  scope: ReportScope;
  format: Format;
}

/** The bars in numbers, to read and to copy. */
function BarTable({ pairs, title, compared, scope, format }: BarTableProps) {
  const t = useTranslations('reportPage');
  const cells = (bar: ChartBar | undefined) =>
    bar ? (
      <>
        <td>
          <a href={ordersBehind({ ...scope, range: bar.range })}>{rangeText(bar.range, format)}</a>
        </td>
        <td className={styles.end}>
          <span className="num">{format.number(bar.orders)}</span>
        </td>
        <td className={styles.end}>
          <Money minor={bar.totalMinor} format={format} />
        </td>
      </>
    ) : (
      <td colSpan={3}>
        <None />
      </td>
    );
  const heads = (days: string) => (
    <>
      <th scope="col">{days}</th>
      <th scope="col" className={styles.end}>
        {t('columns.orders')}
      </th>
      <th scope="col" className={styles.end}>
        {t('columns.sum')}
      </th>
    </>
  );
  return (
    <details className={styles.barTable}>
      <summary>{t('chart.table')}</summary>
      <div className={styles.scroll}>
        <table className={styles.small}>
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              {heads(t('chart.days'))}
              {compared ? heads(t('chart.base')) : null}
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ now, base }) => (
              <tr key={now?.range.from ?? base?.range.from}>
                {cells(now)}
                {compared ? cells(base) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Sums by day, week or month, beside those of the period they are held against. */
export function AnalysisChart({ analysis, scope, format, empty }: AnalysisChartProps) {
  const t = useTranslations('reportPage');
  const { bars, compared, step } = analysis;
  const count = Math.max(bars.length, compared?.bars.length ?? 0);
  const pairs = Array.from({ length: count }, (_, at) => ({ now: bars[at], base: compared?.bars[at] }));
  const most = Math.max(...pairs.map(({ now, base }) => Math.max(now?.totalMinor ?? 0, base?.totalMinor ?? 0)), 0);
  const unit = most >= 10 * thousand ? thousand : 100;
  const drawn = (bar: ChartBar | undefined) =>
    bar && {
      value: bar.totalMinor,
      orders: bar.orders,
      told: t('chart.told', {
        days: rangeText(bar.range, format),
        sum: format.money(bar.totalMinor),
        orders: t('orderCount', { n: bar.orders }),
      }),
      href: ordersBehind({ ...scope, range: bar.range }),
    };
  const label = ({ range, partial }: ChartBar): string => {
    if (step === 'day') return axisRange(range, format);
    const runs = range.from <= format.today && format.today < range.to;
    const cut = partial || runs;
    const month = step === 'month' && isWholeMonth(range);
    const days = month ? rangeName(range, format) : axisRange(range, format);
    return cut ? t(step === 'month' ? 'chart.partialMonth' : 'chart.partial', { days, month: days }) : days;
  };
  const every = Math.ceil(count / 8);
  const drawnPairs: BarPair[] = pairs.map(({ now, base }, at) => {
    const own: ChartBar | undefined = now ?? base;
    return { label: own ? label(own) : '', first: at % every === 0, now: drawn(now), base: drawn(base) };
  });
  const title = t(`chart.title.${step}`);
  return (
    <section className={styles.chart}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        <span className="muted">{unit === thousand ? t('chart.thousands', { symbol: format.symbol }) : format.symbol}</span>
        <Legend analysis={analysis} format={format} />
      </div>
      <PairedBars
        pairs={drawnPairs}
        title={title}
        lineTitle={t('columns.orders')}
        tick={(minor) => format.number(Math.round(minor / unit))}
        number={format.number}
        empty={empty}
      />
      <BarTable pairs={pairs} title={title} compared={compared !== null} scope={scope} format={format} />
    </section>
  );
}
