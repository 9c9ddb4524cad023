import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import type { DaySum } from '@/lib/domain/orders/list-orders';
import type { Format } from '@/lib/i18n/format';

interface OrderDayProps {
  day: string;
  sum: DaySum | undefined;
  /** Columns of the table. */
  span: number;
  format: Format;
}

/** Over the orders of a day, on phones: which day, and what all that were found on it come to. */
export function OrderDay({ day, sum, span, format }: OrderDayProps) {
  const t = useTranslations();
  const name = format.isToday(day) ? t('lists.today') : format.isYesterday(day) ? t('lists.yesterday') : format.dayHeading(day);
  return (
    <tr className={table.day}>
      <th scope="rowgroup" colSpan={span}>
        <span>{name}</span>
        {sum ? (
          <span className={table.daySum}>
            {t('lists.dayOrders', { n: sum.orders })} · <Money minor={sum.totalMinor} format={format} />
          </span>
        ) : null}
      </th>
    </tr>
  );
}
