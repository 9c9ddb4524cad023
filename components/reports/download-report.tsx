import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import styles from '@/components/exports/download-menu.module.css';
import { downloadChoices } from '@/components/exports/download-url';
import { FollowedDownloads } from '@/components/exports/followed-downloads';
import buttons from '@/components/form/button.module.css';
import type { Analysis } from '@/lib/domain/reports/analysis';
import { countTableRows } from '@/lib/export/analysis/analysis-table';
import { type ReportUrl, reportFileHref } from './report-url';

const choices = [...downloadChoices.slice(0, 3), { name: 'pdf', params: { format: 'pdf' } }, ...downloadChoices.slice(3)] as const;

/** The table of a report as a file: the rows of its groups, each with how many there will be; `symbol` is of the currency. */
export function DownloadReport({ url, rows, symbol }: { url: ReportUrl; rows: Analysis['rows']; symbol: string }) {
  const t = useTranslations('downloads');
  const lang = useLocale();
  const n = countTableRows({ rows });
  const title = (name: (typeof choices)[number]['name']) => (name === 'pdf' ? 'PDF' : t(name));
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={buttons.button}>
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
        {t('download')}
        <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
      </summary>
      <div className={styles.panel}>
        <section className={styles.group}>
          <ul>
            {choices.map(({ name, params }) => (
              <li key={name}>
                <a
                  href={reportFileHref(url, '/api/reports/table/', { ...params, lang })}
                  download=""
                  data-export={title(name)}
                  rel="nofollow"
                >
                  {title(name)}
                  <span className={styles.rows}>{t('rows', { n })}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <FollowedDownloads symbol={symbol} />
    </details>
  );
}
