import { useTranslations } from 'next-intl';

/** In place of a value that was erased. */
export function Erased() {
  return <span className="muted">{useTranslations('past')('erased')}</span>;
}

const named = [
  'client',
  'status',
  'description',
  'due_day',
  'items',
  'total_price',
  'payments',
  'paid',
  'first_name',
  'last_name',
  'middle_name',
  'company',
  'inn',
  'mobile_phone',
  'email',
  'address',
  'comment',
] as const;

/** What fields are called in a list of them. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const t = useTranslations('past.fields');
  return (fields) =>
    named
      .filter((name) => fields.includes(name))
      .map((name) => t(name))
      .join(', ');
}
