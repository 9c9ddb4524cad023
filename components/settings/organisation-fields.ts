import { getLocale, getTranslations } from 'next-intl/server';
import type { SettingsRow } from '@/db/queries/settings';
import { currencies } from '@/lib/domain/settings/schema';
import type { SettingsField } from './settings-form';
import { timeZoneOptions } from './time-zones';

/** The settings as their form shows them. */
export function organisationValues(row: SettingsRow): Record<string, string> {
  const { organisation, inn, kpp, address, phone, email, bank, bik, account, director, accountant, currency } = row;
  return {
    ...{ organisation, inn, kpp, address, phone, email, bank, bik, account, director, accountant, currency },
    correspondent_account: row.correspondentAccount,
    time_zone: row.timeZone,
    pending_days: String(row.pendingDays),
    version: String(row.version),
  };
}

/** The form's fields in their groups. */
export async function organisationFields(row: Pick<SettingsRow, 'timeZone' | 'currency'>) {
  const [t, locale] = await Promise.all([getTranslations('organisation'), getLocale()]);
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const known = [...new Set<string>([...currencies, row.currency])];
  const digits = { inputMode: 'numeric' } as const;
  const groups: { title?: string; fields: SettingsField[] }[] = [
    {
      fields: [
        { name: 'organisation', label: t('name') },
        { name: 'inn', label: t('inn'), maxLength: 12, ...digits },
        { name: 'kpp', label: t('kpp'), maxLength: 9 },
        { name: 'address', label: t('address') },
        { name: 'phone', label: t('phone'), inputMode: 'tel' },
        { name: 'email', label: t('email'), inputMode: 'email' },
      ],
    },
    {
      title: t('bankTitle'),
      fields: [
        { name: 'bank', label: t('bank') },
        { name: 'bik', label: t('bik'), maxLength: 9, ...digits },
        { name: 'account', label: t('account'), maxLength: 20, ...digits },
        { name: 'correspondent_account', label: t('correspondent_account'), maxLength: 20, ...digits },
      ],
    },
    {
      title: t('signaturesTitle'),
      fields: [
        { name: 'director', label: t('director') },
        { name: 'accountant', label: t('accountant') },
      ],
    },
    {
      title: t('workTitle'),
      fields: [
        { name: 'time_zone', label: t('timeZone'), hint: t('timeZoneHint'), options: timeZoneOptions(row.timeZone) },
        {
          name: 'currency',
          label: t('currency'),
          hint: t('currencyHint'),
          options: known.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` })),
        },
        { name: 'pending_days', label: t('pendingDays'), hint: t('pendingDaysHint'), maxLength: 3, ...digits },
      ],
    },
  ];
  return groups;
}
