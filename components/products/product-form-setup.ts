import { getTranslations } from 'next-intl/server';
import type { ProductRow } from '@/db/queries/products';
import { formatMinor } from '@/lib/domain/money';
import type { Format } from '@/lib/i18n/format';

/** A price as it is typed in the visitor's language; empty for none. */
export function typedPrice(minor: number | null, { locale }: Pick<Format, 'locale'>): string {
  if (minor === null) return '';
  return locale === 'ru' ? formatMinor(minor).replace('.', ',') : formatMinor(minor);
}

/** A product as its form shows it. */
export function productValues(product: ProductRow, format: Pick<Format, 'locale'>): Record<string, string> {
  return {
    id: String(product.id),
    version: String(product.version),
    name: product.name,
    sku: product.sku,
    unit: product.unit,
    price: typedPrice(product.priceMinor, format),
    vat_rate: product.vatRate === null ? '' : String(product.vatRate),
  };
}

/** Rates in use in Russia, in basis points. */
const rates = [0, 500, 700, 1000, 2000, 2200];

const own = ['sku', 'price', 'vat_rate', 'oldOrders', 'renaming', 'openOwner'] as const;
const shared = ['cancel', 'save', 'fix', 'stale', 'staleNow', 'saveAnyway', 'openCurrent'] as const;

/** The form's words and choices; it runs in the browser and knows no messages. `current` is a rate that is set already. */
export async function productFormSetup(current: number | null = null) {
  const t = await getTranslations();
  const words = {
    name: t('products.nameField'),
    unit: t('products.unitField'),
    ...(Object.fromEntries(own.map((name) => [name, t(`products.${name}`)])) as Record<(typeof own)[number], string>),
    // Filled in by the browser, which alone knows how many.
    fixCount: String(t.raw('form.fixCount')),
    ...(Object.fromEntries(shared.map((name) => [name, t(`form.${name}`)])) as Record<(typeof shared)[number], string>),
  };
  const known = [...new Set([...rates, ...(current === null ? [] : [current])])].sort((a, b) => a - b);
  const vatRates = known.map((rate) => ({ value: String(rate), label: `${rate / 100}\u00a0%` }));
  return { words, vatRates: [{ value: '', label: t('orderForm.noVat') }, ...vatRates] };
}

export type ProductFormSetup = Awaited<ReturnType<typeof productFormSetup>>;
