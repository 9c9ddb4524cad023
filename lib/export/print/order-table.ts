import type { OrderLineRow } from '@/db/queries/orders';
import { orderTotal } from '@/lib/domain/orders/order-total';
import type { PrintForm } from '@/lib/domain/print/schema';
import { type VatSum, vatByRate } from '@/lib/domain/print/vat';
import type { PrintContext } from './print-context';

export interface DocumentColumn {
  key: 'no' | 'product' | 'quantity' | 'unit' | 'price' | 'discount' | 'vat' | 'sum';
  label: string;
  numeric: boolean;
}

export interface DocumentTotal {
  label: string;
  value: string;
  strong: boolean;
}

export interface DocumentTable {
  columns: DocumentColumn[];
  /** A text for each column. */
  rows: string[][];
  totals: DocumentTotal[];
}

type TableContext = Pick<PrintContext, 'format' | 'words'>;

function columnsOf(lines: readonly OrderLineRow[], rates: VatSum[], { format, words }: TableContext): DocumentColumn[] {
  const shown = {
    discount: lines.some(({ discountMinor }) => discountMinor > 0),
    // A single rate is told once, under the table.
    vat: rates.length > 1,
  };
  const column = (key: DocumentColumn['key'], numeric: boolean): DocumentColumn => ({
    key,
    label: words(`columns.${key}`, { symbol: format.symbol }),
    numeric,
  });
  return [
    column('no', true),
    column('product', false),
    column('quantity', true),
    column('unit', false),
    column('price', true),
    ...(shown.discount ? [column('discount', true)] : []),
    ...(shown.vat ? [column('vat', true)] : []),
    column('sum', true),
  ];
}

function cellOf(key: DocumentColumn['key'], line: OrderLineRow, index: number, { format, words }: TableContext): string {
  switch (key) {
    case 'no':
      return String(index + 1);
    case 'product':
      return line.sku ? `${line.product}, ${words('sku', { sku: line.sku })}` : line.product;
    case 'quantity':
      return format.quantity(line.quantityMilli);
    case 'unit':
      return line.unit;
    case 'price':
      return format.amount(line.priceMinor);
    case 'discount':
      return line.discountMinor > 0 ? format.amount(line.discountMinor) : '—';
    case 'vat':
      return line.vatRate === null ? words('noVat') : words('rate', { rate: format.number(line.vatRate / 100) });
    case 'sum':
      return format.amount(line.totalMinor);
  }
}

function taxTotals(rates: VatSum[], { format, words }: TableContext): DocumentTotal[] {
  return rates.map(({ rate, totalMinor, vatMinor }) => {
    if (rate !== null)
      return { label: words('totals.vat', { rate: format.number(rate / 100) }), value: format.money(vatMinor), strong: false };
    const whole = rates.length === 1;
    return { label: words(whole ? 'totals.noVat' : 'totals.partNoVat'), value: whole ? '—' : format.money(totalMinor), strong: false };
  });
}

/** The lines of an order as a table with its totals. */
export function orderTable(lines: readonly OrderLineRow[], form: PrintForm, context: TableContext): DocumentTable {
  const { format, words } = context;
  const rates = vatByRate(lines);
  const columns = columnsOf(lines, rates, context);
  const sum = format.money(orderTotal(lines));
  return {
    columns,
    rows: lines.map((line, index) => columns.map(({ key }) => cellOf(key, line, index, context))),
    totals: [
      { label: words('totals.sum'), value: sum, strong: false },
      ...taxTotals(rates, context),
      { label: words(`totals.${form}`), value: sum, strong: true },
    ],
  };
}
