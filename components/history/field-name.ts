import { useTranslations } from 'next-intl';
import type { ValueSetting } from './value-text';

const named = [
  'client',
  'status',
  'description',
  'due_day',
  'external_no',
  'shipped_day',
  'items',
  'payments',
  'comments',
  'files',
  'total_price',
  'product',
  'sku',
  'unit',
  'quantity',
  'price',
  'discount',
  'vat_rate',
  'first_name',
  'last_name',
  'middle_name',
  'company',
  'inn',
  'mobile_phone',
  'email',
  'address',
  'comment',
  'username',
  'display_name',
  'role',
  'disabled',
  'password',
  'gender',
  'name',
  'organisation',
  'time_zone',
  'currency',
  'demo',
  'kpp',
  'phone',
  'bank',
  'bik',
  'account',
  'correspondent_account',
  'director',
  'accountant',
  'logo',
  'pending_days',
  'state',
  'topics',
  'settings',
  'secrets',
] as const;

/** What a recorded field is called, as the object of a sentence («изменил статус»). */
export function fieldName(t: ValueSetting['t'], field: string): string {
  const known = named.find((name) => name === field);
  return known ? t(`fields.${known}`) : field;
}

/** The same, for a component. */
export function useFieldName() {
  const t = useTranslations();
  return (field: string) => fieldName(t, field);
}
