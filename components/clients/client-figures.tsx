import { useTranslations } from 'next-intl';
import { Figures } from '@/components/text/figures';
import { Money } from '@/components/text/money';
import type { ClientTotals } from '@/lib/domain/clients/get-client';
import type { Format } from '@/lib/i18n/format';

/** What a client ordered and owes, and when last; each figure opens those orders. */
export function ClientFigures({ id, totals, format }: { id: number; totals: ClientTotals; format: Format }) {
  const t = useTranslations('client');
  const tCard = useTranslations('clientCard');
  const href = `/orders?client=${id}`;
  const { orders, lastOrderAt } = totals;
  const last = lastOrderAt === null ? null : tCard('lastOrder', { day: format.shortDay(format.dayOf(lastOrderAt)) });
  const average = orders > 0 ? Math.round(totals.totalMinor / orders) : 0;
  const figures = [
    {
      label: t('orders'),
      href,
      value: <span className="num">{format.number(orders)}</span>,
      note: last ? <a href={`${href}&sort=-created_at`}>{last}</a> : null,
    },
    { label: t('sum'), href: `${href}&sort=-total_price`, value: <Money minor={totals.totalMinor} format={format} /> },
    { label: tCard('average'), href, value: <Money minor={average} format={format} /> },
    { label: t('debt'), href: `${href}&payment=unpaid`, value: <Money minor={totals.debtMinor} format={format} /> },
  ];
  return <Figures figures={figures} />;
}
