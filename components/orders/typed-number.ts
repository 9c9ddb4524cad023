import type { Locale } from '@/lib/i18n/locale';

/** A plain decimal as it is typed in a language: `1500.50` is `1500,50` in Russian. */
export function typedNumber(text: string, locale: Locale): string {
  return locale === 'ru' ? text.replace('.', ',') : text;
}
