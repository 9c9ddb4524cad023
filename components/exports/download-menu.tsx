import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { ExportEntity } from '@/lib/domain/exports/schema';
import type { FilterParams } from '@/lib/entry/filter-params';
import styles from './download-menu.module.css';
import { downloadChoices, downloadHref } from './download-url';
import { FollowedDownloads } from './followed-downloads';

interface DownloadMenuProps {
  entity: Exclude<ExportEntity, 'order-lines'>;
  /** Filter and sorting of the list's address; what was meant in place of what was typed. */
  params: FilterParams;
  /** What the list has found; undefined when it is not counted. */
  count?: number;
  /** The lines of the orders that were found, when they are counted. */
  lines?: number;
  /** More than these, when all are too many to be counted. */
  over?: number;
  /** Columns on the screen, where one can choose them. */
  columns?: readonly string[];
  /** Of the organisation's currency. */
  symbol: string;
}

interface GroupProps extends Omit<DownloadMenuProps, 'entity' | 'symbol' | 'lines'> {
  entity: ExportEntity;
  heading?: string;
}

function Group({ entity, params, count, over, columns = [], heading }: GroupProps) {
  const t = useTranslations('downloads');
  const lang = useLocale();
  const rows = count === undefined ? (over === undefined ? '' : t('over', { n: over })) : t('rows', { n: count });
  return (
    <section className={styles.group} aria-label={heading}>
      {heading ? <p className={styles.heading}>{heading}</p> : null}
      <ul>
        {downloadChoices.map((choice) => (
          <li key={choice.name}>
            <a href={downloadHref(entity, choice, { params, columns, lang })} download="" data-export={t(choice.name)} rel="nofollow">
              {t(choice.name)}
              {rows ? <span className={styles.rows}>{rows}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a list has found as a file: plain links, also without JavaScript; with it their progress is told. */
export function DownloadMenu({ entity, columns, symbol, lines, ...found }: DownloadMenuProps) {
  const t = useTranslations('downloads');
  return (
    <details data-menu="" className={styles.menu}>
      <summary className={buttons.button}>
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
        {t('download')}
        <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
      </summary>
      <div className={styles.panel}>
        {columns ? <Group entity={entity} columns={columns} heading={t('shown')} {...found} /> : null}
        <Group entity={entity} heading={columns ? t('all') : undefined} {...found} />
        {entity === 'orders' ? <Group entity="order-lines" heading={t('lines')} params={found.params} count={lines} /> : null}
      </div>
      <FollowedDownloads symbol={symbol} />
    </details>
  );
}
