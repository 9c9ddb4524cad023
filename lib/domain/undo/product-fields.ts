import { parseDecimal } from '../money';
import type { ProductInput } from '../products/schema';
import type { Target } from './keepers';

/** Recorded fields of a product as the input that gives them again. */
export function productInputOf({ name, sku, unit, price, vat_rate }: Target): ProductInput {
  return {
    ...(name === undefined ? {} : { name: String(name) }),
    ...(sku === undefined ? {} : { sku: String(sku) }),
    ...(unit === undefined ? {} : { unit: String(unit) }),
    ...(price === undefined ? {} : { price: price === null ? null : (parseDecimal(String(price), 2) ?? null) }),
    ...(vat_rate === undefined ? {} : { vat_rate: vat_rate === null ? null : Number(vat_rate) }),
  };
}
