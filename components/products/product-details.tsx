import { useTranslations } from 'next-intl';
import styles from '@/components/clients/client-details.module.css';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ProductCard } from '@/lib/domain/products/get-product';
import type { Stock } from '@/lib/domain/products/get-stock';
import type { Format } from '@/lib/i18n/format';

interface ProductDetailsProps {
  card: ProductCard;
  /** Absent when no system tells of it. */
  stock: Stock | undefined;
  format: Format;
}

/** The sum, and each warehouse when there are several. */
function StockFact({ stock, unit, format }: { stock: Stock; unit: string; format: Format }) {
  const t = useTranslations('products');
  const places = stock.places.length > 1 ? stock.places : [];
  return (
    <>
      <span className="num">{format.quantity(stock.quantityMilli)}</span> {unit}
      {places.map(({ warehouse, quantityMilli }) => (
        <div key={warehouse} className="muted">
          {warehouse || t('noWarehouse')}: <span className="num">{format.quantity(quantityMilli)}</span>
        </div>
      ))}
      <div className="muted">{t('stockAt', { time: format.longDateTime(stock.at) })}</div>
    </>
  );
}

/** What is known of a product, and the names it went by. */
export function ProductDetails({ card: { product, formerNames }, stock, format }: ProductDetailsProps) {
  const t = useTranslations('products');
  const noVat = useTranslations('orderForm')('noVat');
  const facts = [
    { label: t('price'), value: product.priceMinor === null ? <None /> : <Money minor={product.priceMinor} format={format} /> },
    { label: t('vat_rate'), value: product.vatRate === null ? noVat : <span className="num">{`${product.vatRate / 100}\u00a0%`}</span> },
    { label: t('sku'), value: product.sku ? <span className="num">{product.sku}</span> : <None /> },
    { label: t('unit'), value: product.unit || <None /> },
    ...(stock ? [{ label: t('stock'), value: <StockFact stock={stock} unit={product.unit} format={format} /> }] : []),
    ...(formerNames.length > 0 ? [{ label: t('formerNames'), value: formerNames.map((name) => `«${name}»`).join('\n') }] : []),
    { label: t('added'), value: format.longDateTime(product.createdAt) },
  ];
  return (
    <>
      <h2>{t('facts')}</h2>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
