import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import form from '@/components/form/form-page.module.css';
import { ClientOrders } from '@/components/orders/client-orders';
import { Figures } from '@/components/text/figures';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { MergeSide } from '@/lib/domain/duplicates/get-merge';
import type { MergeField } from '@/lib/domain/duplicates/merge-fields';
import type { OrderListPage } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';
import styles from './merge.module.css';
import { MergeChoices } from './merge-choices';

interface MergeFormProps {
  main: MergeSide;
  other: MergeSide;
  take: readonly MergeField[];
  /** The latest orders of the other one. */
  orders: OrderListPage;
  format: Format;
  actions: Record<'merge' | 'swap', (data: FormData) => Promise<never>>;
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function Result({ main, other, format }: Pick<MergeFormProps, 'main' | 'other' | 'format'>) {
  const t = useTranslations('client');
  const [a, b] = [main.totals, other.totals];
  const last = later(a.lastOrderAt, b.lastOrderAt);
  const figures = [
    { label: t('orders'), value: <span className="num">{format.number(a.orders + b.orders)}</span> },
    { label: t('sum'), value: <Money minor={a.totalMinor + b.totalMinor} format={format} /> },
    { label: t('debt'), value: <Money minor={a.debtMinor + b.debtMinor} format={format} /> },
    { label: t('last'), value: last === null ? <None /> : <span className="num">{format.shortDay(format.dayOf(last))}</span> },
  ];
  return <Figures figures={figures} />;
}

/** Two clients side by side, what moves, what it comes to, and one button. */
export function MergeForm({ main, other, take, orders, format, actions }: MergeFormProps) {
  const t = useTranslations();
  const ids = { main: String(main.client.id), other: String(other.client.id) };
  const hidden = { ...ids, main_version: main.client.version, other_version: other.client.version };
  return (
    <form action={actions.merge} className={form.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.body}>
        <p className="quiet">{t('duplicates.intro', ids)}</p>
        <div className={styles.swap}>
          <button type="submit" formAction={actions.swap} className={buttons.button}>
            <IconArrowsExchange size={16} stroke={1.6} aria-hidden="true" />
            {t('duplicates.swap', { id: ids.other })}
          </button>
        </div>
        <MergeChoices main={main.client} other={other.client} take={take} />
        <section>
          <h2>{t('duplicates.result')}</h2>
          <Result main={main} other={other} format={format} />
        </section>
        <section>
          <h2>{t('duplicates.moving')}</h2>
          <p className="quiet">
            {t('duplicates.movingCount', { n: other.totals.orders, sum: format.money(other.totals.totalMinor) })}{' '}
            {other.binned > 0 ? t('duplicates.movingBinned', { n: other.binned }) : null}
          </p>
          {orders.next ? (
            <div className={styles.beside}>
              <a href={`/orders?client=${ids.other}`}>{t('client.openList', { n: other.totals.orders })}</a>
            </div>
          ) : null}
          {orders.rows.length > 0 ? <ClientOrders rows={orders.rows} format={format} /> : null}
        </section>
      </div>
      <div className={form.foot}>
        <span className={form.total} />
        <a href={`/clients/${ids.main}`} className={`${buttons.plain} ${buttons.large}`}>
          {t('form.cancel')}
        </a>
        <button type="submit" className={`${buttons.primary} ${buttons.large}`}>
          {t('duplicates.submit')}
        </button>
      </div>
    </form>
  );
}
