import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hotkey } from '@/components/data-table/hotkey';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { AttentionList } from '@/components/overview/attention-list';
import { DayChart } from '@/components/overview/day-chart';
import { FirstSteps } from '@/components/overview/first-steps';
import { LatestOrders } from '@/components/overview/latest-orders';
import styles from '@/components/overview/overview.module.css';
import { OverviewFigures } from '@/components/overview/overview-figures';
import { ordersOf, overviewPeriodOf, productOrders, reportOf } from '@/components/overview/overview-url';
import { PeriodSwitch } from '@/components/overview/period-switch';
import { Ranking } from '@/components/overview/ranking';
import { StatusShare } from '@/components/overview/status-share';
import { PageHead } from '@/components/shell/page-head';
import { getOverview } from '@/lib/domain/overview/get-overview';
import { can } from '@/lib/domain/permissions';
import { pageCtx, pageFormat } from '@/lib/entry/page';
import type { ListPageProps } from '../page-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

export default async function OverviewPage({ searchParams }: ListPageProps) {
  const period = overviewPeriodOf(singleParams(await searchParams).period);
  const [ctx, format, t] = await Promise.all([pageCtx(), pageFormat(), getTranslations()]);
  const overview = await getOverview(ctx, period);
  const { days, clients, products, attention, known, today } = overview;
  const mayWrite = can(ctx, 'order.write');
  const actions = (
    <>
      <PeriodSwitch period={period} />
      {mayWrite ? (
        <a href="/orders/new" className={buttons.primary} data-key="N">
          <IconPlus size={16} stroke={1.6} aria-hidden="true" />
          {t('orders.new')} <Hotkey name="N" />
        </a>
      ) : null}
    </>
  );
  return (
    <>
      <PageHead title={t('overview.title')} beside={<span className="quiet">{format.dayHeading(today)}</span>} actions={actions} />
      {known.orders === 0 ? (
        <FirstSteps
          withClients={known.clients > 0}
          mayWrite={mayWrite}
          mayImport={can(ctx, 'import.write')}
          mayInvite={can(ctx, 'user.manage')}
        />
      ) : (
        <>
          <OverviewFigures overview={overview} format={format} />
          <div className={styles.columns}>
            <div className={styles.aside}>
              <AttentionList attention={attention} format={format} />
            </div>
            <div className={styles.wide}>
              <DayChart overview={overview} report={reportOf(period)} format={format} />
              <div className={styles.rankings}>
                <Ranking
                  title={t('overview.clients')}
                  rows={clients}
                  hrefOf={({ clientId }) => ordersOf(days, { client: String(clientId) })}
                  format={format}
                  all={
                    <a href="/clients" className={styles.all}>
                      {t('overview.all')}
                    </a>
                  }
                />
                <Ranking
                  title={t('overview.products')}
                  rows={products}
                  hrefOf={(row) => productOrders(days, row)}
                  format={format}
                  all={
                    <a href="/products?sort=-sold" className={styles.all}>
                      {t('overview.all')}
                    </a>
                  }
                />
              </div>
            </div>
            <div className={styles.aside}>
              <StatusShare overview={overview} format={format} />
              <LatestOrders overview={overview} format={format} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
