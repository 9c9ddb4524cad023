import { useLocale, useTranslations } from 'next-intl';
import { showPhone } from '@/components/clients/show-phone';
import { importFields } from '@/lib/domain/imports/schema';
import { orderStatuses } from '@/lib/domain/orders/schema';
import { apiWords } from '@/lib/i18n/api-translator';

/** A field's word in the head of a table, as our own downloads head it; what else changes of an order are its lines. */
export function useFieldName(): (field: string) => string {
  const t = useTranslations('importing');
  const words = apiWords(useLocale());
  const known = new Set<string>(Object.values(importFields).flat());
  return (field) => (known.has(field) ? words.column(field) : t('lines'));
}

/** How a cell is shown; what is not written as it is stored stays as the file spells it. */
export type ShowCell = (field: string, text: string) => string;

/** Decimals as they stand in the system: alone in a cell, or behind the signs of an order's lines; never those within a name. */
const decimals = /(^|: |× |− )(\d+)\.(\d+)(?=$|\s|,|\n)/g;

/** Stored phones, days, statuses and amounts as people read them. */
export function useShownCell(): ShowCell {
  const t = useTranslations('status');
  const point = useLocale() === 'ru' ? ',' : '.';
  const days = new Intl.DateTimeFormat(useLocale(), { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
  return (field, text) => {
    const status = field === 'status' ? orderStatuses.find((known) => known === text) : undefined;
    if (status) return t(status);
    if (field === 'due_day' && /^\d{4}-\d\d-\d\d$/.test(text)) return days.format(new Date(`${text}T12:00:00Z`));
    if (field === 'price' || field === 'items') return text.replace(decimals, `$1$2${point}$3`);
    return field === 'mobile_phone' || field === 'client_phone' ? showPhone(text) : text;
  };
}
