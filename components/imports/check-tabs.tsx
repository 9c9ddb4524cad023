import { useTranslations } from 'next-intl';
import tabs from '@/components/data-table/tabs.module.css';
import type { ImportView } from '@/lib/domain/imports/get-import';
import styles from './check-tabs.module.css';
import { type CheckTab, type CheckUrl, checkHref, checkTabs } from './import-url';

interface CheckTabsProps {
  counts: ImportView['counts'];
  url: CheckUrl;
}

/** The checked rows by what would become of them, with how many there are. */
export function CheckTabs({ counts, url }: CheckTabsProps) {
  const t = useTranslations('importing');
  return (
    <nav aria-label={t('tabsLabel')} className={`${tabs.tabs} ${styles.tabs}`}>
      {(Object.keys(checkTabs) as CheckTab[]).map((tab) => {
        const n = checkTabs[tab].reduce((sum, kind) => sum + counts[kind], 0);
        return (
          <a
            key={tab}
            href={checkHref(url, { tab })}
            aria-current={tab === url.tab ? 'true' : undefined}
            data-tab={n > 0 ? tab : undefined}
          >
            {t(`tabs.${tab}`)} <b className="num">{t('number', { n })}</b>
          </a>
        );
      })}
    </nav>
  );
}
