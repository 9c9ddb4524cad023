'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { themeOf } from '@/components/shell/theme';
import { pagePath } from '@/lib/entry/page';
import { appUrl } from '@/lib/env';
import { defaultLocale, isLocale } from '@/lib/i18n/locale';

async function keep(name: string, value: string): Promise<never> {
  (await cookies()).set(name, value, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
    secure: appUrl().startsWith('https:'),
  });
  redirect(await pagePath());
}

export async function chooseTheme(data: FormData): Promise<never> {
  return keep('theme', themeOf(String(data.get('theme'))));
}

export async function chooseLanguage(data: FormData): Promise<never> {
  const locale = String(data.get('locale'));
  return keep('locale', isLocale(locale) ? locale : defaultLocale);
}
