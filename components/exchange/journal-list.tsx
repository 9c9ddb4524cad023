import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { ListMoment } from '@/components/text/moment';
import type { Exchange } from '@/lib/domain/deliveries/list-exchanges';
import type { Format } from '@/lib/i18n/format';
import styles from './journal-list.module.css';
import { told, useExchangeWords } from './words';

/** What a request came to, in a sentence: its note, else the problem of the same name. */
export function noteText(words: ReturnType<typeof useExchangeWords>, note: Exchange['note']): string {
  return told(words, words.has(`notes.${note.code}`) ? 'notes' : 'problems', note);
}

/** Requests, both ways, newest first; each opens what was asked and answered. */
export function JournalList({ rows, format }: { rows: readonly Exchange[]; format: Format }) {
  const t = useTranslations('exchange');
  const words = useExchangeWords();
  return (
    <table className={`${table.table} ${styles.journal}`}>
      <caption className="hidden">{t('tabs.journal')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('journal.when')}</th>
          <th scope="col">{t('journal.what')}</th>
          <th scope="col">{t('journal.request')}</th>
          <th scope="col" className={table.number}>
            {t('journal.status')}
          </th>
          <th scope="col" className={table.number}>
            {t('journal.took')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, connectionId, at, durationMs, direction, subject, status, outcome, note }) => {
          const Shape = direction === 'out' ? IconArrowUpRight : IconArrowDownLeft;
          return (
            <tr key={id} data-outcome={outcome}>
              <td>
                <ListMoment at={at} format={format} />
              </td>
              <td data-cell="what">
                <a href={`/settings/integrations/${connectionId}/journal/${id}`} className={table.key}>
                  <Shape size={16} stroke={1.6} aria-hidden="true" />
                  <span className="hidden">{t(`journal.${direction}`)}</span>
                  <span>{noteText(words, note)}</span>
                </a>
              </td>
              <td data-cell="subject" className="muted">
                {subject}
              </td>
              <td className={`${table.number} num`}>{status ?? '–'}</td>
              <td className={`${table.number} num muted`} data-cell="took">
                {t('journal.ms', { n: durationMs })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
