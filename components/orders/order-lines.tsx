import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { Money } from '@/components/text/money';
import type { OrderLineRow } from '@/db/queries/orders';
import type { Stock } from '@/lib/domain/products/get-stock';
import type { PreviousPrice } from '@/lib/domain/products/previous-prices';
import type { Format } from '@/lib/i18n/format';
import styles from './order-lines.module.css';

function runningTotals(lines: readonly OrderLineRow[]): number[] {
  let sum = 0;
  return lines.map((line) => {
    sum += line.totalMinor;
    return sum;
  });
}

/** What the client paid for a product the last time before. */
function Before({ price, format }: { price: PreviousPrice | undefined; format: Format }) {
  const t = useTranslations('orderCard');
  if (!price) return <div className={styles.note}>{t('first')}</div>;
  const { orderId, priceMinor, createdAt } = price;
  const day = format.shortDay(format.dayOf(createdAt));
  return (
    <div className={styles.note}>
      <a href={`/orders/${orderId}`} className="num" title={t('wasIn', { id: String(orderId), day, price: format.money(priceMinor) })}>
        {t('was', { price: format.amount(priceMinor) })}
      </a>
    </div>
  );
}

/** What is there of a product, with a mark when the line wants more. */
function InStock({ line, stock, format }: { line: OrderLineRow; stock: Stock; format: Format }) {
  const t = useTranslations('orderCard');
  const short = line.quantityMilli > stock.quantityMilli;
  return (
    <div className={`${styles.note} ${short ? styles.short : ''}`} title={t('stockAt', { time: format.longDateTime(stock.at) })}>
      {t(short ? 'stockShort' : 'stock', { quantity: format.quantity(stock.quantityMilli) })}
    </div>
  );
}

interface OrderLinesProps {
  lines: OrderLineRow[];
  format: Format;
  /** What the client paid before, by product; absent where that is not told. */
  previous?: ReadonlyMap<string, PreviousPrice>;
  /** What is in stock, by product; absent where the goods have left. */
  stock?: ReadonlyMap<number, Stock>;
}

/** The goods of an order with the total so far beside each. */
export function OrderLines({ lines, format, previous, stock }: OrderLinesProps) {
  const t = useTranslations('order');
  const running = runningTotals(lines);
  return (
    <table className={`${table.table} ${styles.lines}`}>
      <caption className="hidden">{t('lines')}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            №
          </th>
          <th scope="col">{t('product')}</th>
          <th scope="col" className={table.number}>
            {t('quantity')}
          </th>
          <th scope="col" className={table.number}>
            {t('price')}
          </th>
          <th scope="col" className={table.number}>
            {t('sum')}
          </th>
          <th scope="col" className={table.number}>
            {t('running')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const there = stock?.get(line.productId ?? 0);
          return (
            <tr key={line.id}>
              <td className={`${table.number} ${styles.no} num muted`}>{index + 1}</td>
              <td className={styles.product}>
                <div>{line.product}</div>
                {line.sku ? <div className={styles.note}>{line.sku}</div> : null}
              </td>
              <td className={`${table.number} ${styles.quantity}`}>
                <span className="num">{format.quantity(line.quantityMilli)}</span> <span className="muted">{line.unit}</span>
                {there ? <InStock line={line} stock={there} format={format} /> : null}
              </td>
              <td className={`${table.number} ${styles.price}`}>
                <Money minor={line.priceMinor} format={format} />
                {previous ? <Before price={previous.get(line.product)} format={format} /> : null}
                {line.vatRate === null ? null : (
                  <div className={styles.note}>{t('vatIncluded', { rate: format.number(line.vatRate / 100) })}</div>
                )}
              </td>
              <td className={`${table.number} ${styles.sum}`}>
                <Money minor={line.totalMinor} format={format} />
                {line.discountMinor > 0 ? (
                  <div className={styles.note}>{t('discountOf', { sum: format.money(line.discountMinor) })}</div>
                ) : null}
              </td>
              <td className={`${table.number} ${styles.running} quiet`}>
                <Money minor={running[index] ?? 0} format={format} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
