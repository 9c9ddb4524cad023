import { useTranslations } from 'next-intl';
import styles from '@/components/clients/client-details.module.css';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ProductCard } from '@/lib/domain/products/get-product';
import type { Format } from '@/lib/i18n/format';

/** What is known of a product, and the names it went by. */
export function ProductDetails({ card: { product, formerNames }, format }: { card: ProductCard; format: Format }) {
  const t = useTranslations('products');
  const noVat = useTranslations('orderForm')('noVat');
  const facts = [
    { label: t('price'), value: product.priceMinor === null ? <None /> : <Money minor={product.priceMinor} format={format} /> },
    { label: t('vat_rate'), value: product.vatRate === null ? noVat : <span className="num">{`${product.vatRate / 100}\u00a0%`}</span> },
    { label: t('sku'), value: product.sku ? <span className="num">{product.sku}</span> : <None /> },
    { label: t('unit'), value: product.unit || <None /> },
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
