import { useTranslations } from 'next-intl';
import { valueText } from '@/components/history/value-text';
import { type Json, recordsIn } from '@/lib/domain/journal/fields';
import { parseDecimal } from '@/lib/domain/money';
import type { Format } from '@/lib/i18n/format';

interface ConflictValueProps {
  field: string;
  value: Json;
  format: Format;
}

const fates = ['deleted', 'restored'] as const;

/** A recorded value of any shape as people read it: lines as «Стол × 2», several fields one after another. */
export function ConflictValue({ field, value, format }: ConflictValueProps) {
  const t = useTranslations();
  const fate = fates.find((name) => name === value);
  if (field === 'record' && fate) return t(`undo.fates.${fate}`);
  if (Array.isArray(value)) {
    const line = ({ product, quantity, day, amount }: Record<string, Json>) =>
      product === undefined
        ? `${format.money(parseDecimal(String(amount), 2) ?? 0)} ${day ? format.shortDay(String(day)) : ''}`
        : `${String(product)} × ${format.quantity(parseDecimal(String(quantity), 3) ?? 0)}`;
    return recordsIn(value).map(line).join(', ') || t('history.nothing');
  }
  if (field === 'record' && typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([name, part]) => `${valueText(name, part, { t, format }) || t('history.nothing')}`);
    return parts.join('; ') || t('history.nothing');
  }
  if (typeof value === 'number') return t('undo.orders', { n: value });
  return valueText(field, value, { t, format }) || t('history.nothing');
}
