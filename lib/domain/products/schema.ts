import { z } from 'zod';
import { line, moneyField } from '../fields';
import { maxPriceMinor } from '../money';

const name = line(255, 1).meta({ examples: ['Ноутбук'] });
const price = moneyField(maxPriceMinor).nullable();
/** Basis points; null is «без НДС». */
const vatRate = z.int().min(0).max(10_000).nullable();

/** A product as forms and programs send it. */
export const productFields = z.object({
  name,
  sku: line(60).default(''),
  unit: line(20).default(''),
  price: price.default(null).meta({ description: 'Null while nobody has set one' }),
  vat_rate: vatRate.default(null).meta({ description: 'Basis points (2000 = 20 %), included in the price; null is without VAT' }),
});

/** What may be edited; fields left out stay. */
export const productPart = z.object({
  name: name.optional(),
  sku: line(60).optional(),
  unit: line(20).optional(),
  price: price.optional(),
  vat_rate: vatRate.optional(),
});

/** The price alone, as the list's small form sends it. */
export const priceForm = z.object({ price: price.default(null) });

/** A product as the verbs take it; fields left out stay as they are. */
export interface ProductInput {
  name?: string;
  sku?: string;
  unit?: string;
  /** Kopecks. */
  price?: number | null;
  vat_rate?: number | null;
}

export const productSorts = ['id', 'name', 'sku', 'unit', 'price', 'sold', 'last_order', 'deleted_at'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What the pages sort by besides: every column of the list. */
export const productListSorts = [...productSorts, 'vat_rate', 'updated_at'] as const;
export type ProductListSort = (typeof productListSorts)[number];
