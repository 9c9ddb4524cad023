import { useTranslations } from 'next-intl';
import { Figures } from '@/components/text/figures';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ClientTotals } from '@/lib/domain/clients/get-client';
import type { Format } from '@/lib/i18n/format';

/** What a client ordered and owes; each figure opens his orders. */
export function ClientFigures({ id, totals, format }: { id: number; totals: ClientTotals; format: Format }) {
  const t = useTranslations('client');
  const href = `/orders?client=${id}`;
  const { lastOrderAt } = totals;
  const figures = [
    { label: t('orders'), href, value: <span className="num">{format.number(totals.orders)}</span> },
    { label: t('sum'), href: `${href}&sort=-total_price`, value: <Money minor={totals.totalMinor} format={format} /> },
    { label: t('debt'), href: `${href}&payment=unpaid`, value: <Money minor={totals.debtMinor} format={format} /> },
    {
      label: t('last'),
      href: `${href}&sort=-created_at`,
      value: lastOrderAt === null ? <None /> : <span className="num">{format.shortDay(format.dayOf(lastOrderAt))}</span>,
    },
  ];
  return <Figures figures={figures} />;
}
