import { useTranslations } from 'next-intl';
import { ariaSort, SortLink } from '@/components/data-table/sort-heading';
import table from '@/components/data-table/table.module.css';
import type { FormAction } from '@/components/form/use-kept-form';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ProductListPage } from '@/lib/domain/products/list-products';
import { freshForm } from '@/lib/entry/form-state';
import type { Format } from '@/lib/i18n/format';
import { PriceCell } from './price-cell';
import { typedPrice } from './product-form-setup';
import { type ProductListUrl, productListHref, soldOrdersHref } from './product-list-url';
import styles from './product-table.module.css';

interface ProductTableProps {
  list: Pick<ProductListPage, 'rows' | 'since'>;
  url: ProductListUrl;
  /** This very page of the list. */
  here: string;
  format: Format;
  /** Absent for those who may not. */
  savePrice: FormAction | undefined;
}

type Row = ProductListPage['rows'][number];

function Price({ row: { product }, here, format, savePrice }: Pick<ProductTableProps, 'here' | 'format' | 'savePrice'> & { row: Row }) {
  const t = useTranslations();
  const shown = product.priceMinor === null ? <None /> : <Money minor={product.priceMinor} format={format} />;
  if (!savePrice || product.deletedAt !== null) return shown;
  const words = {
    change: t('products.changePrice', { name: product.name }),
    price: t('products.price'),
    note: t('products.oldOrders'),
    save: t('form.save'),
  };
  const values = { price: typedPrice(product.priceMinor, format), version: String(product.version) };
  return (
    <PriceCell key={product.version} id={product.id} action={savePrice} initial={freshForm(values)} back={here} words={words}>
      {shown}
    </PriceCell>
  );
}

function Sold({ row: { product, sales }, since, format }: { row: Row; since: string; format: Format }) {
  if (sales.quantityMilli === 0) return <span className="muted num">0</span>;
  return (
    <a href={soldOrdersHref(product.id, since)} className="num">
      {format.quantity(sales.quantityMilli)}
      {product.unit ? <span className="muted">{`\u00a0${product.unit}`}</span> : null}
    </a>
  );
}

function LastOrder({ row: { sales }, format }: { row: Row; format: Format }) {
  const t = useTranslations('orders');
  if (!sales.lastOrder) return <None />;
  const { id, at } = sales.lastOrder;
  return (
    <a href={`/orders/${id}`} className="num" aria-label={`${format.shortDay(format.dayOf(at))}, ${t('number', { id })}`}>
      {format.shortDay(format.dayOf(at))}
    </a>
  );
}

const headings: { word: 'name' | 'sku' | 'unit' | 'price' | 'sold' | 'last'; sort: string; number?: boolean; fromTop?: boolean }[] = [
  { word: 'name', sort: 'name' },
  { word: 'sku', sort: 'sku' },
  { word: 'unit', sort: 'unit' },
  { word: 'price', sort: 'price', number: true },
  { word: 'sold', sort: 'sold', number: true, fromTop: true },
  { word: 'last', sort: 'last_order', fromTop: true },
];

/** The products of a list page with their prices and what they sell. */
export function ProductTable({ list, url, here, format, savePrice }: ProductTableProps) {
  const t = useTranslations('products');
  return (
    <table className={`${table.table} ${styles.products}`}>
      <caption className="hidden">{t('title')}</caption>
      <thead>
        <tr>
          {headings.map(({ word, sort, number, fromTop }) => (
            <th key={sort} scope="col" className={number ? table.number : undefined} aria-sort={ariaSort(url.page, sort)}>
              <SortLink
                label={t(word)}
                name={sort}
                sorting={url.page}
                href={(name) => productListHref(url, { sort: name })}
                fromTop={fromTop}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <tr key={row.product.id}>
            <td className={`${table.cut} ${styles.name}`} title={row.product.name}>
              <a href={`/products/${row.product.id}`} className={`${table.key} ${styles.open}`}>
                {row.product.name}
              </a>
            </td>
            <td className={`${table.cut} ${styles.sku} num`}>{row.product.sku || <None />}</td>
            <td className={`${table.cut} ${styles.unit}`}>{row.product.unit || <None />}</td>
            <td className={`${table.number} ${styles.price}`}>
              <Price row={row} here={here} format={format} savePrice={savePrice} />
            </td>
            <td className={`${table.number} ${styles.sold}`} data-word={t('soldShort')}>
              <Sold row={row} since={list.since} format={format} />
            </td>
            <td className={styles.last}>
              <LastOrder row={row} format={format} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
