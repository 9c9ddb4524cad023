import { useTranslations } from 'next-intl';

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
export function useFieldName() {
  const t = useTranslations('fields');
  return (field: string) => {
    const known = named.find((name) => name === field);
    return known ? t(known) : field;
  };
}
