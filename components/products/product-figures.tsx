import { useTranslations } from 'next-intl';
import { Figures } from '@/components/text/figures';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ProductCard } from '@/lib/domain/products/get-product';
import type { Format } from '@/lib/i18n/format';
import { soldOrdersHref } from './product-list-url';

/** What a product sold in 90 days; each figure opens the orders behind it. */
export function ProductFigures({ card: { product, sales, since }, format }: { card: ProductCard; format: Format }) {
  const t = useTranslations('products');
  const href = soldOrdersHref(product.id, since);
  const unit = product.unit ? <span className="muted">{`\u00a0${product.unit}`}</span> : null;
  const quantity = (
    <span className="num">
      {format.quantity(sales.quantityMilli)}
      {unit}
    </span>
  );
  const { lastOrder } = sales;
  const figures = [
    { label: t('sold'), href, value: quantity },
    { label: t('soldSum'), href: `${href}&sort=-total_price`, value: <Money minor={sales.totalMinor} format={format} /> },
    { label: t('soldOrders'), href, value: <span className="num">{format.number(sales.orders)}</span> },
    {
      label: t('last'),
      href: lastOrder ? `/orders/${lastOrder.id}` : undefined,
      value: lastOrder ? <span className="num">{format.shortDay(format.dayOf(lastOrder.at))}</span> : <None />,
    },
  ];
  return <Figures figures={figures} />;
}
