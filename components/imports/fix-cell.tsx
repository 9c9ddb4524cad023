import { useLocale, useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { CellProblem } from '@/lib/domain/imports/schema';
import { apiWords } from '@/lib/i18n/api-translator';
import { useFieldName } from './cell-words';
import styles from './check-table.module.css';
import { type Missing, problemText } from './problem-text';

export type RowAction = (data: FormData) => Promise<never>;

interface FixCellProps {
  /** What the form says about its row, beside the cell. */
  hidden: Record<string, string | number>;
  rowNo: number;
  field: string;
  /** Of an order: the row of the file whose line it is. */
  line?: number;
  text: string;
  problems: readonly CellProblem[];
  action: RowAction;
}

/** A cell that cannot be taken, with what is wrong and a place to put it right. Scripts send it on Enter or when one leaves it. */
export function FixCell({ hidden, rowNo, field, line, text, problems, action }: FixCellProps) {
  const t = useTranslations('importing');
  const locale = useLocale();
  const nameOf = useFieldName();
  const words = apiWords(locale);
  const missing = (found: Missing) => (found.key === 'digitsMissing' ? t('digitsMissing', { n: found.n }) : t(found.key));
  const id = `problem-${rowNo}-${line ?? 0}-${field}`;
  return (
    <form action={action} className={styles.fix}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="field" value={field} />
      {line === undefined ? null : <input type="hidden" name="line" value={line} />}
      <input
        key={text}
        name="text"
        defaultValue={text}
        autoComplete="off"
        maxLength={2000}
        data-fix=""
        className={styles.input}
        aria-invalid="true"
        aria-label={t('cellOf', { row: line ?? rowNo, field: nameOf(field) })}
        aria-describedby={id}
      />
      <span id={id} className={styles.problem}>
        {problems.map((problem) => problemText(problem, text, { rule: words.rule, missing })).join('. ')}
      </span>
      <button type="submit" className={buttons.button} data-no-script="">
        {t('fix')}
      </button>
    </form>
  );
}
