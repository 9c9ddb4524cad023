import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { clientFormWords } from '@/components/clients/client-form-setup';
import type { FullOrder } from '@/db/queries/orders';
import { formatMilli, formatMinor } from '@/lib/domain/money';
import { orderStatuses } from '@/lib/domain/orders/schema';
import type { Format } from '@/lib/i18n/format';
import { readEntryWords } from '@/lib/i18n/read-entry-words';
import type { OrderFormWords } from './order-form-words';
import { StatusShape } from './status-mark';
import { typedNumber } from './typed-number';

/** Rates in use in Russia, in basis points. */
const rates = [0, 500, 700, 1000, 2000, 2200];

/** An order as its form shows it. */
export function orderValues({ order, lines }: FullOrder, format: Format): Record<string, string> {
  const rows = lines.flatMap((line, index) => {
    const fields = {
      product: line.product,
      sku: line.sku,
      quantity: typedNumber(formatMilli(line.quantityMilli), format.locale),
      unit: line.unit,
      price: typedNumber(formatMinor(line.priceMinor), format.locale),
      discount: line.discountMinor > 0 ? typedNumber(formatMinor(line.discountMinor), format.locale) : '',
      vat_rate: line.vatRate === null ? '' : String(line.vatRate),
    };
    return Object.entries(fields).map(([name, text]) => [`items.${index}.${name}`, text]);
  });
  const { id, version, clientId, status, dueDay, shippedDay, description } = order;
  return {
    id: String(id),
    version: String(version),
    client: String(clientId),
    status,
    due_day: dueDay ?? '',
    shipped_day: shippedDay ?? '',
    description,
    ...Object.fromEntries(rows),
  };
}

/** The values of a new order made like another one: client and lines, nothing of what became of it. */
export function repeatValues(full: FullOrder, format: Format): Record<string, string> {
  const { id, version: _, status: __, due_day: ___, shipped_day: ____, ...values } = orderValues(full, format);
  return { ...values, status: 'Pending', repeat_of: id ?? '' };
}

/** Words and choices of the form, which itself runs in the browser and knows no messages. */
export async function orderFormSetup(format: Format) {
  const t = await getTranslations();
  const w = (key: Parameters<typeof t.raw>[0]): string => String(t.raw(key));
  const own = [
    'client',
    'findClient',
    'find',
    'change',
    'nobody',
    'searchHint',
    'vat',
    'removeLine',
    'line',
    'saveNew',
    'newClient',
    'noVat',
  ] as const;
  const shared = [
    'lines',
    'product',
    'sku',
    'quantity',
    'unit',
    'price',
    'discount',
    'sum',
    'total',
    'status',
    'due_day',
    'shipped_day',
    'description',
  ] as const;
  const words = {
    ...Object.fromEntries(own.map((key) => [key, w(`orderForm.${key}`)])),
    ...Object.fromEntries(shared.map((key) => [key.replace('_day', ''), w(`order.${key}`)])),
    ...Object.fromEntries(
      (['cancel', 'save', 'stale', 'staleNow', 'saveAnyway', 'openCurrent', 'fix', 'fixCount'] as const).map((key) => [
        key,
        w(`form.${key}`),
      ]),
    ),
  } as OrderFormWords;
  return {
    words,
    locale: format.locale,
    symbol: format.symbol,
    entry: await readEntryWords(),
    clientWords: await clientFormWords(),
    statuses: orderStatuses.map((value) => ({
      value,
      label: t(`status.${value}`),
      shape: createElement(StatusShape, { status: value }),
    })),
    vatRates: [{ value: '', label: words.noVat }, ...rates.map((rate) => ({ value: String(rate), label: `${rate / 100}\u00a0%` }))],
  };
}
