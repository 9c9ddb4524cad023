import './tokens.css';
import './base.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { themeOf } from '@/components/shell/theme';
import { fontClasses } from './fonts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('brand');
  return { title: { default: t('name'), template: `%s — ${t('name')}` }, description: t('about'), robots: { index: false } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get('theme')?.value);
  return (
    <html lang={await getLocale()} data-theme={theme} className={fontClasses}>
      <body>{children}</body>
    </html>
  );
}
