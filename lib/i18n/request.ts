import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale } from './locale';
import enApi from './messages/en/api.json';
import enPages from './messages/en/pages.json';
import ruApi from './messages/ru/api.json';
import ruPages from './messages/ru/pages.json';

const messages = { ru: { ...ruApi, ...ruPages }, en: { ...enApi, ...enPages } };

/** The language of a page: Russian, unless the visitor chose another. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('locale')?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  return { locale, messages: messages[locale] };
});
