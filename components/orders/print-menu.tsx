import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { printHref, printPdfHref } from '@/components/print/print-url';
import { printForms } from '@/lib/domain/print/schema';
import type { Locale } from '@/lib/i18n/locale';
import styles from './print-menu.module.css';

/** Every printed form of an order, for paper and as PDF; opens also without JavaScript. */
export function PrintMenu({ id, locale }: { id: number; locale: Locale }) {
  const t = useTranslations('print');
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={buttons.button} data-key="P">
        <IconPrinter size={16} stroke={1.6} aria-hidden="true" />
        {t('print')}
        <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
      </summary>
      <ul className={styles.panel}>
        {printForms.map((form) => (
          <li key={form}>
            <a href={printHref(id, form)}>{t(form)}</a>
            <a href={printPdfHref(id, form, locale)} aria-label={t('pdfOf', { form: t(form) })}>
              PDF
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
