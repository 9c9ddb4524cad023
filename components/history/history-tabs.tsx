import { useTranslations } from 'next-intl';
import { hrefWith } from '@/components/data-table/list-url';
import type { ToldEntry } from '@/lib/domain/history/list-history';
import styles from './history-tabs.module.css';

const kinds = ['all', 'items', 'status', 'description'] as const;
export type HistoryKind = (typeof kinds)[number];

/** The choice that an address names; undefined for none or another. */
export function historyKind(given: string | undefined): HistoryKind | undefined {
  return kinds.find((kind) => kind === given);
}

/** Those changes that touched what was chosen; of an erased change that is not known. */
export function entriesOfKind(entries: readonly ToldEntry[], kind: HistoryKind = 'all'): ToldEntry[] {
  return kind === 'all' ? [...entries] : entries.filter(({ fields }) => fields?.[kind] !== undefined);
}

interface HistoryTabsProps {
  /** The card's address. */
  path: string;
  kind: HistoryKind | undefined;
}

/** What of an order's history is shown: plain links. */
export function HistoryTabs({ path, kind = 'all' }: HistoryTabsProps) {
  const t = useTranslations('recordHistory');
  return (
    <nav aria-label={t('filter')} className={styles.tabs}>
      {kinds.map((one) => (
        <a key={one} href={`${hrefWith(path, { history: one })}#history`} aria-current={one === kind ? 'true' : undefined}>
          {t(one)}
        </a>
      ))}
    </nav>
  );
}
