import type { useTranslations } from 'next-intl';
import { type Cell, markedText, momentCell, moneyCell } from '@/components/data-table/cell';
import type { Column } from '@/components/data-table/column';
import table from '@/components/data-table/table.module.css';
import type { FormAction } from '@/components/form/use-kept-form';
import { Money } from '@/components/text/money';
import { None } from '@/components/text/none';
import { withGap } from '@/components/text/per-row';
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

/** The price; for those who may, as a form that opens in its place. */
function priceCell({ product }: ListedProduct, { t, format, here, savePrice }: ProductCells): Cell {
  const { priceMinor } = product;
  if (!savePrice || product.deletedAt !== null) return priceMinor === null ? null : moneyCell(priceMinor, format);
  const words = {
    change: t('products.changePrice', { name: product.name }),
    price: t('products.price'),
    note: t('products.oldOrders'),
    save: t('form.save'),
  };
  const values = { price: typedPrice(priceMinor, format), version: String(product.version) };
  const node = (
    <PriceCell key={product.version} id={product.id} action={savePrice} initial={freshForm(values)} back={here} words={words}>
      {priceMinor === null ? <None /> : <Money minor={priceMinor} format={format} />}
    </PriceCell>
  );
  return { node };
}

/** What is sold of them; each figure opens the orders behind it. */
function salesColumns({ t, format, since }: ProductCells): Pick<ProductColumns, 'sold' | 'last_order'> {
  const word = t('products.soldShort');
  const numbered = withGap((id) => t('orders.number', { id }));
  return {
    sold: {
      label: t('products.sold'),
      width: 184,
      sort: 'sold',
      fromTop: true,
      number: true,
      conditions: ['unsold'],
      cell: ({ product, sales }) =>
        sales.quantityMilli === 0
          ? { text: '0', look: 'muted num', word }
          : {
              text: format.quantity(sales.quantityMilli),
              unit: product.unit,
              href: soldOrdersHref(product.id, since),
              look: 'num',
              word,
            },
    },
    last_order: {
      label: t('products.last'),
      width: 168,
      sort: 'last_order',
      fromTop: true,
      gives: 'late',
      cell: ({ sales: { lastOrder } }) => {
        if (!lastOrder) return null;
        const day = format.shortDay(format.dayOf(lastOrder.at));
        return { text: day, href: `/orders/${lastOrder.id}`, look: 'num', label: `${day}, ${numbered(lastOrder.id)}` };
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
      cell: ({ product }) => ({
        text: markedText(product.name, words),
        href: `/products/${product.id}`,
        open: 'first',
        look: `${table.key} ${styles.open}`,
        title: true,
      }),
    },
    sku: {
      label: t('products.sku'),
      width: 140,
      sort: 'sku',
      cut: true,
      cell: ({ product: { sku } }) => (sku ? { text: markedText(sku, words), look: 'num quiet', title: true } : null),
    },
    unit: {
      label: t('products.unit'),
      width: 88,
      sort: 'unit',
      cut: true,
      gives: 'late',
      cell: ({ product: { unit } }) => (unit ? { text: unit, title: true } : null),
    },
    price: {
      label: t('products.price'),
      width: 172,
      sort: 'price',
      number: true,
      conditions: ['without_price'],
      cell: (row) => priceCell(row, cells),
    },
    vat_rate: {
      label: t('products.vat_rate'),
      width: 96,
      sort: 'vat_rate',
      number: true,
      cell: ({ product: { vatRate } }) =>
        vatRate === null ? { text: t('orderForm.noVat'), look: 'muted' } : { text: `${vatRate / 100}\u00a0%`, look: 'num' },
    },
    updated_at: {
      label: t('lists.updated'),
      width: 152,
      sort: 'updated_at',
      fromTop: true,
      cell: ({ product }) => momentCell(product.updatedAt, format),
    },
  };
}
