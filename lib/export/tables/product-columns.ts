import type { ExportedProduct } from '../../domain/exports/export-products';
import { type ExportColumn, filled } from './column';

/** A product a row. */
export const productColumns: readonly ExportColumn<ExportedProduct>[] = [
  { name: 'id', kind: 'count', width: 9, of: ({ product }) => product.id },
  { name: 'version', kind: 'count', width: 8, of: ({ product }) => product.version },
  { name: 'name', title: 'product', kind: 'text', width: 40, of: ({ product }) => product.name },
  { name: 'sku', kind: 'code', width: 14, of: ({ product }) => filled(product.sku) },
  { name: 'unit', kind: 'text', width: 7, of: ({ product }) => filled(product.unit) },
  { name: 'price', kind: 'money', width: 14, of: ({ product }) => product.priceMinor },
  { name: 'vat_rate', kind: 'share', width: 12, of: ({ product }) => product.vatRate },
  { name: 'sold', kind: 'quantity', width: 18, of: ({ sales }) => sales.quantityMilli },
  { name: 'sold_sum', kind: 'money', width: 18, of: ({ sales }) => sales.totalMinor, summed: true },
  { name: 'last_order', kind: 'instant', width: 17, of: ({ sales }) => sales.lastOrder?.at ?? null },
  { name: 'updated_at', kind: 'instant', width: 17, of: ({ product }) => product.updatedAt },
];
