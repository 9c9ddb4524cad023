import { IconChevronLeft, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { type PrintForm, printForms } from '@/lib/domain/print/schema';
import { PrintButton } from './print-button';
import styles from './print-page.module.css';

interface PrintBarProps {
  title: string;
  back: { href: string; label: string };
  form: PrintForm;
  hrefOf: (form: PrintForm) => string;
  pdf: string;
}

/** Over the sheets, on the screen alone: the way back, the form, print and PDF. */
export function PrintBar({ title, back, form, hrefOf, pdf }: PrintBarProps) {
  const t = useTranslations('print');
  return (
    <header className={styles.bar}>
      <nav aria-label={t('path')} className={styles.path}>
        <a href={back.href}>
          <IconChevronLeft size={14} stroke={1.6} aria-hidden="true" /> {back.label}
        </a>
      </nav>
      <h1 className={styles.title}>{title}</h1>
      <nav aria-label={t('form')} className={styles.forms}>
        {printForms.map((name) => (
          <a key={name} href={hrefOf(name)} aria-current={name === form ? 'page' : undefined}>
            {t(name)}
          </a>
        ))}
      </nav>
      <div className={styles.actions}>
        <a href={pdf} className={buttons.button}>
          <IconFileTypePdf size={16} stroke={1.6} aria-hidden="true" />
          {t('pdf')}
        </a>
        <PrintButton label={t('print')} />
      </div>
    </header>
  );
}
