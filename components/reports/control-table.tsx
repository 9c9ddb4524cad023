import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { type ControlRow, controlSections, holds, wrongFigures } from '@/lib/domain/verify/control-row';
import type { Format } from '@/lib/i18n/format';
import styles from './control.module.css';
import { differingHref, placeHref } from './control-place';
import { SumsText, useSums } from './control-sums';

/** Equal or not, by shape and word. */
function Verdict({ row }: { row: ControlRow }) {
  const t = useTranslations('control');
  if (row.shown === null) return <span className="muted">{t('notShown')}</span>;
  const fits = holds(row);
  const Icon = fits ? IconCheck : IconX;
  return (
    <span className={fits ? styles.holds : styles.differs}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      {t(fits ? 'holds' : 'differs')}
    </span>
  );
}

function Differing({ differing, format }: { differing: NonNullable<ControlRow['differing']>; format: Format }) {
  const t = useTranslations('control');
  if (differing.names.length === 0) return null;
  return (
    <p className={styles.differing}>
      {t(`differing.${differing.of}`)}{' '}
      {differing.names.map((name) => (
        <a key={name} href={differingHref(differing.of, name)}>
          {differing.of === 'days' ? format.longDay(String(name)) : t('no', { id: String(name) })}
        </a>
      ))}
    </p>
  );
}

function Row({ row, format }: { row: ControlRow; format: Format }) {
  const t = useTranslations('control');
  const sums = useSums(format);
  const { shown, counted, differing } = row;
  const names = shown ?? { totalMinor: 0 };
  const wrong = wrongFigures(row);
  const figure = `${table.number} num`;
  return (
    <tr className={holds(row) ? undefined : styles.wrong}>
      <th scope="row">
        <a href={placeHref[row.what]}>{t(`places.${row.what}`)}</a>
        <p className={styles.narrow}>{shown ? <SumsText sums={shown} names={shown} format={format} /> : t('none')}</p>
        {differing ? <Differing differing={differing} format={format} /> : null}
      </th>
      <td className={`${figure} ${styles.late}`}>{shown ? <SumsText sums={shown} names={shown} format={format} /> : t('none')}</td>
      <td className={`${figure} ${styles.late}`}>
        <SumsText sums={counted} names={names} format={format} />
      </td>
      <td className={figure}>
        {shown && wrong.length > 0 ? (
          sums.differences(shown, counted, wrong).map((text) => (
            <span key={text} className={styles.difference}>
              {text}
            </span>
          ))
        ) : (
          <span className="muted">0</span>
        )}
      </td>
      <td>
        <Verdict row={row} />
      </td>
    </tr>
  );
}

/** What is shown beside what was recomputed, place by place. */
export function ControlTable({ rows, format }: { rows: ControlRow[]; format: Format }) {
  const t = useTranslations('control');
  return (
    <div className={styles.scroll}>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col" className={`${table.number} ${styles.late}`}>
              {t('shown')}
            </th>
            <th scope="col" className={`${table.number} ${styles.late}`}>
              {t('counted')}
            </th>
            <th scope="col" className={table.number}>
              {t('difference')}
            </th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        {controlSections.map((section) => (
          <tbody key={section}>
            <tr className={styles.section}>
              <th scope="rowgroup" colSpan={5}>
                {t(`sections.${section}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.section === section)
              .map((row) => (
                <Row key={row.what} row={row} format={format} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
