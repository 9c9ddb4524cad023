import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ImportEntity } from '@/lib/domain/imports/schema';
import styles from './import-head.module.css';
import { type ImportStep, importSteps } from './import-url';

interface ImportHeadProps {
  entity: ImportEntity;
  step: ImportStep;
  /** Where one came from. */
  back: { href: string; label: string };
  /** The file and how much is in it. */
  meta?: ReactNode;
  /** The steps that may be gone back to. */
  links?: Partial<Record<ImportStep, string>>;
  /** Whether the last step is behind as well. */
  finished?: boolean;
}

/** The heading of an import: what is imported, from which file, and how far one has come. */
export function ImportHead({ entity, step, back, meta, links = {}, finished = false }: ImportHeadProps) {
  const t = useTranslations('importing');
  const at = importSteps.indexOf(step);
  return (
    <header className={styles.head}>
      <a href={back.href} className={styles.back} aria-label={back.label} title={back.label}>
        <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
      </a>
      <h1 tabIndex={-1}>{t(`title.${entity}`)}</h1>
      {meta ? <p className={styles.meta}>{meta}</p> : null}
      <p className={styles.short}>
        {t('stepOf', { n: at + 1 })} · {t(`steps.${step}`)}
      </p>
      <ol className={styles.steps} aria-label={t('stepsLabel')}>
        {importSteps.map((name, n) => {
          const passed = n < at || (finished && n === at);
          const href = n < at ? links[name] : undefined;
          const word = t(`steps.${name}`);
          return (
            <li key={name} aria-current={n === at ? 'step' : undefined} className={passed ? styles.passed : undefined}>
              {passed ? (
                <IconCheck size={16} stroke={1.6} aria-hidden="true" />
              ) : (
                <span className={`num ${styles.number}`} aria-hidden="true">
                  {n + 1}
                </span>
              )}
              {href ? <a href={href}>{word}</a> : <span>{word}</span>}
              {passed ? <span className="hidden"> – {t('passed')}</span> : null}
            </li>
          );
        })}
      </ol>
    </header>
  );
}
