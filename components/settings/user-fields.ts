import { getTranslations } from 'next-intl/server';
import type { UserRow } from '@/db/queries/users';
import { roles } from '@/lib/domain/permissions';
import { genders } from '@/lib/domain/users/gender';
import type { SettingsField } from './settings-form';

/** A user as the form shows him. */
export function userValues({ id, version, displayName, gender, role }: Omit<UserRow, 'passwordHash'>): Record<string, string> {
  return { id: String(id), version: String(version), display_name: displayName, gender, role };
}

/** The name and gender of a user. */
export async function personFields(): Promise<SettingsField[]> {
  const t = await getTranslations('users');
  return [
    { name: 'display_name', label: t('displayName'), hint: t('displayNameHint') },
    { name: 'gender', label: t('gender'), choices: genders.map((value) => ({ value, label: t(`genderChoices.${value}`) })) },
  ];
}

/** The same and the role, told in a sentence each. */
export async function userFields(): Promise<SettingsField[]> {
  const t = await getTranslations();
  const choices = roles.map((value) => ({ value, label: t(`roles.${value}`), text: t(`users.roleTexts.${value}`) }));
  return [...(await personFields()), { name: 'role', label: t('users.role'), choices }];
}
