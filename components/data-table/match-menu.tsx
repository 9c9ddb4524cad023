import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import { type ListUrl, listHref } from './list-url';
import styles from './menu.module.css';

/** Whether all conditions must hold or one is enough; links, since it changes what is shown. */
export function MatchMenu({ url }: { url: ListUrl<unknown, string> }) {
  const t = useTranslations('table');
  const { match } = url.params;
  return (
    <details data-menu="" className={styles.menu} key={match ?? 'all'}>
      <summary className={buttons.plain}>
        {t(match === 'any' ? 'matchAny' : 'matchAll')}
        <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
      </summary>
      <div className={`${styles.panel} ${styles.start}`}>
        <a href={listHref(url, { match: undefined })} className={styles.choice} aria-current={match === 'any' ? undefined : 'true'}>
          {t('matchAll')}
        </a>
        <a href={listHref(url, { match: 'any' })} className={styles.choice} aria-current={match === 'any' ? 'true' : undefined}>
          {t('matchAny')}
        </a>
      </div>
    </details>
  );
}
