import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import fields from '@/components/form/field.module.css';
import type { ImportRow } from '@/lib/domain/imports/import-row';
import styles from './check-table.module.css';
import type { RowAction } from './fix-cell';

type Act = 'skip' | 'create' | 'restore' | 'apply';

interface RowChoiceProps {
  row: ImportRow;
  hidden: Record<string, string | number>;
  /** What the records are called that it may be. */
  nameOf: (id: number) => string;
  action: RowAction;
}

/** What may become of a double, of a record that may be several, or of one in the bin; the pressed one is what will be done. */
export function RowChoice({ row: { kind, rowNo, detail, choice }, hidden, nameOf, action }: RowChoiceProps) {
  const t = useTranslations('importing');
  const chosen: Act = choice?.action ?? 'skip';
  const candidates = detail.candidates ?? [];
  const words: Record<Act, string> = { skip: t('skip'), create: t('create'), restore: t('restore'), apply: t('takeAnyway') };
  const acts: Act[] = kind === 'binned' ? ['restore', 'create', 'skip'] : candidates.length > 0 ? ['create', 'skip'] : ['apply', 'skip'];
  const told = chosen !== 'skip' ? null : detail.doubles !== undefined ? t('doubles', { n: detail.doubles }) : null;
  return (
    <form action={action} className={styles.choice}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {told ? <span>{told}</span> : null}
      {candidates.length > 0 ? (
        <span className={styles.several}>
          <select
            name="record"
            aria-label={t('whichRecord', { row: rowNo })}
            className={`${fields.select} ${fields.compact}`}
            defaultValue={choice?.recordId ?? candidates[0]}
          >
            {candidates.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
          <button type="submit" name="action" value="apply" className={buttons.link} aria-pressed={chosen === 'apply'}>
            {t('thisRecord')}
          </button>
        </span>
      ) : null}
      {acts
        .filter((act) => act !== 'skip' || chosen !== 'skip' || candidates.length > 0)
        .map((act) => (
          <button key={act} type="submit" name="action" value={act} className={buttons.link} aria-pressed={chosen === act}>
            {words[act]}
          </button>
        ))}
    </form>
  );
}

interface SidesProps {
  rowNo: number;
  field: string;
  /** The field's word. */
  name: string;
  now: string;
  file: string;
  takesFile: boolean;
  hidden: Record<string, string | number>;
  action: RowAction;
}

/** A cell that both sides have changed: whose stays. Scripts send it as soon as one is chosen. */
export function Sides({ rowNo, field, name, now, file, takesFile, hidden, action }: SidesProps) {
  const t = useTranslations('importing');
  const side = (value: 'system' | 'file', word: string, text: string) => (
    <label>
      <input type="radio" name={`take.${field}`} value={value} defaultChecked={takesFile === (value === 'file')} /> {word}{' '}
      <b>{text || '—'}</b>
    </label>
  );
  return (
    <form action={action}>
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <fieldset className={styles.sides} key={String(takesFile)}>
        <legend className="hidden">{t('whose', { row: rowNo, field: name })}</legend>
        {side('system', t('inSystem'), now)}
        {side('file', t('inFile'), file)}
      </fieldset>
      <button type="submit" className={buttons.button} data-no-script="">
        {t('choose')}
      </button>
    </form>
  );
}
