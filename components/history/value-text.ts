import type { useTranslations } from 'next-intl';
import { statusOf } from '@/components/orders/order-status';
import type { Json } from '@/lib/domain/journal/fields';
import { parseDecimal } from '@/lib/domain/money';
import { isDay } from '@/lib/domain/period';
import type { Format } from '@/lib/i18n/format';

const moneyFields = new Set(['price', 'discount', 'total_price', 'total_orders_sum', 'avg_order_sum']);
const longest = 140;

/** As much of a text as a sentence holds. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What words and figures are made with. */
export interface ValueSetting {
  t: ReturnType<typeof useTranslations<never>>;
  format: Format;
}

/** A recorded value as people read it; empty for none. */
export function valueText(field: string, value: Json, { t, format }: ValueSetting): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'object') return 'name' in value && typeof value.name === 'string' ? value.name : JSON.stringify(value);
  const text = String(value);
  if (moneyFields.has(field)) return format.money(parseDecimal(text, 2) ?? 0);
  if (field === 'quantity') return format.quantity(parseDecimal(text, 3) ?? 0);
  if (field === 'vat_rate') return `${Number(text) / 100}\u00a0%`;
  if (field === 'status') return t(`status.${statusOf(text)}`);
  if (field === 'role' && (text === 'admin' || text === 'manager' || text === 'viewer')) return t(`roles.${text}`);
  if (field === 'gender' && (text === 'm' || text === 'f')) return t(`users.genders.${text}`);
  if (isDay(text)) return format.shortDay(text);
  return shortened(text);
}
