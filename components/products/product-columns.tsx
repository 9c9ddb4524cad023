import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import type { FormAction } from '@/components/form/use-kept-form';
import { Marked } from '@/components/text/marked';
import { ListMoment } from '@/components/text/moment';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import type { ColumnName } from '@/lib/domain/preferences/schema';
import type { ProductListPage } from '@/lib/domain/products/list-products';
import { freshForm } from '@/lib/entry/form-state';
import type { Format } from '@/lib/i18n/format';
import { PriceCell } from './price-cell';
import { typedPrice } from './product-form-setup';
import { soldOrdersHref } from './product-list-url';
import styles from './product-table.module.css';

type ListedProduct = ProductListPage['rows'][number];

interface ProductCells {
  t: ReturnType<typeof useTranslations<never>>;
  format: Format;
  /** What a search looked for, to be marked. */
  words: readonly string[];
  /** This very page of the list. */
  here: string;
  /** The first of the days in which sales are counted. */
  since: string;
  /** Absent for those who may not. */
  savePrice: FormAction | undefined;
}

type ProductColumns = Record<ColumnName<'products'>, Column<ListedProduct>>;

function Price({ row: { product }, cells: { t, format, here, savePrice } }: { row: ListedProduct; cells: ProductCells }) {
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

/** What is sold of them; each figure opens the orders behind it. */
function salesColumns({ t, format, since }: ProductCells): Pick<ProductColumns, 'sold' | 'last_order'> {
  return {
    sold: {
      label: t('products.sold'),
      width: 184,
      sort: 'sold',
      fromTop: true,
      number: true,
      conditions: ['unsold'],
      cell: ({ product, sales }) =>
        sales.quantityMilli === 0 ? (
          <span className="muted num" data-word={t('products.soldShort')}>
            0
          </span>
        ) : (
          <a href={soldOrdersHref(product.id, since)} className="num" data-word={t('products.soldShort')}>
            {format.quantity(sales.quantityMilli)}
            {product.unit ? <span className="muted">{`\u00a0${product.unit}`}</span> : null}
          </a>
        ),
    },
    last_order: {
      label: t('products.last'),
      width: 168,
      sort: 'last_order',
      fromTop: true,
      gives: 'late',
      cell: ({ sales: { lastOrder } }) => {
        if (!lastOrder) return <None />;
        const day = format.shortDay(format.dayOf(lastOrder.at));
        return (
          <a href={`/orders/${lastOrder.id}`} className="num" aria-label={`${day}, ${t('orders.number', { id: lastOrder.id })}`}>
            {day}
          </a>
        );
      },
    },
  };
}

/** Every column of the products list, each in one place: heading, width, sorting and cell. */
export function productColumns(cells: ProductCells): ProductColumns {
  const { t, format, words } = cells;
  return {
    ...salesColumns(cells),
    name: {
      label: t('products.name'),
      width: 320,
      sort: 'name',
      cut: true,
      title: ({ product }) => product.name,
      cell: ({ product }) => (
        <a href={`/products/${product.id}`} data-open="" className={`${table.key} ${styles.open}`}>
          <Marked text={product.name} words={words} />
        </a>
      ),
    },
    sku: {
      label: t('products.sku'),
      width: 140,
      sort: 'sku',
      cut: true,
      title: ({ product }) => product.sku || undefined,
      cell: ({ product }) =>
        product.sku ? (
          <span className="num quiet">
            <Marked text={product.sku} words={words} />
          </span>
        ) : (
          <None />
        ),
    },
    unit: {
      label: t('products.unit'),
      width: 88,
      sort: 'unit',
      cut: true,
      gives: 'late',
      title: ({ product }) => product.unit || undefined,
      cell: ({ product }) => product.unit || <None />,
    },
    price: {
      label: t('products.price'),
      width: 172,
      sort: 'price',
      number: true,
      conditions: ['without_price'],
      cell: (row) => <Price row={row} cells={cells} />,
    },
    vat_rate: {
      label: t('products.vat_rate'),
      width: 96,
      sort: 'vat_rate',
      number: true,
      cell: ({ product: { vatRate } }) =>
        vatRate === null ? <span className="muted">{t('orderForm.noVat')}</span> : <span className="num">{`${vatRate / 100}\u00a0%`}</span>,
    },
    updated_at: {
      label: t('lists.updated'),
      width: 152,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ product }) => <ListMoment at={product.updatedAt} format={format} />,
    },
  };
}
