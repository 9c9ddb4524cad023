import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { Money } from '@/components/text/money';
import type { Format } from '@/lib/i18n/format';

interface PastFootProps {
  count: number;
  /** Kopecks of the rows that are shown; absent where rows have no sum. */
  totalMinor?: number;
  /** Where the list goes on; absent at its end. */
  next?: string;
  /** The page ended before it was full: the search goes on from there. */
  tired?: boolean;
  format: Format;
}

/** What is shown here, and only that; the whole list of a moment is never counted. */
export function PastFoot({ count, totalMinor, next, tired = false, format }: PastFootProps) {
  const t = useTranslations('past');
  return (
    <div className={table.foot}>
      <span role="status">{t.rich('shown', { n: count, b: (text) => <b>{text}</b> })}</span>
      {totalMinor === undefined ? null : (
        <span>
          {t('shownSum')}{' '}
          <b>
            <Money minor={totalMinor} format={format} />
          </b>
        </span>
      )}
      {next ? (
        <a href={next} rel="next" className={buttons.button}>
          {tired ? t('searchOn') : t('next')}
        </a>
      ) : null}
    </div>
  );
}
