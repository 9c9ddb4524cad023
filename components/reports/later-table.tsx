import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import { ChangeSentence } from '@/components/history/change-sentence';
import { ChangeShape } from '@/components/history/change-shape';
import { SourceTag } from '@/components/history/source-tag';
import { ListMoment } from '@/components/text/moment';
import { UndoLink } from '@/components/undo/undo-link';
import type { LaterChange } from '@/lib/domain/reports/later-changes';
import type { PeriodFigures } from '@/lib/domain/reports/order-effects';
import type { Format } from '@/lib/i18n/format';
import styles from './later-changes.module.css';
import { Delta, signed } from './later-figures';

interface LaterTableProps {
  rows: LaterChange[];
  undone: ReadonlySet<number>;
  mayUndo: (operation: LaterChange['operation']) => boolean;
  format: Format;
}

/** The effect in words, for a screen too narrow for its columns. */
function EffectLine({ effect, format }: { effect: PeriodFigures; format: Format }) {
  const t = useTranslations('laterChanges');
  const sign = (value: number) => (value < 0 ? '−' : '+');
  const parts = [
    effect.orders && t('ordersBy', { sign: sign(effect.orders), n: Math.abs(effect.orders) }),
    effect.totalMinor && signed(effect.totalMinor, format.money),
    effect.completed && t('completedBy', { sign: sign(effect.completed), n: Math.abs(effect.completed) }),
    effect.cancelled && t('cancelledBy', { sign: sign(effect.cancelled), n: Math.abs(effect.cancelled) }),
  ];
  return <p className={`${styles.effect} num`}>{parts.filter(Boolean).join(' · ')}</p>;
}

/** Every change with what it added to the figures of the period. */
export function LaterTable({ rows, undone, mayUndo, format }: LaterTableProps) {
  const t = useTranslations('laterChanges');
  const tUndo = useTranslations('undo');
  const words = { undo: tUndo('undo'), undone: tUndo('undone') };
  const number = `${table.number} ${styles.figure}`;
  return (
    <div className={styles.scroll}>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="hidden">{t('short')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col" className={number}>
              {t('orders')}
            </th>
            <th scope="col" className={number}>
              {t('sum')}
            </th>
            <th scope="col" className={number}>
              {t('completed')}
            </th>
            <th scope="col" className={number}>
              {t('cancelled')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { operation, change, effect } = row;
            return (
              <tr key={change.id}>
                <td className={styles.when}>
                  <ListMoment at={operation.at} format={format} />
                </td>
                <td className={styles.what}>
                  <div>
                    <ChangeShape action={change.action} />
                    <p>
                      <ChangeSentence
                        entry={row}
                        format={format}
                        subject={{ href: `/orders/${change.entityId}`, text: t('orderNo', { id: String(change.entityId) }) }}
                      />{' '}
                      <SourceTag source={operation.source} />{' '}
                      <UndoLink
                        href={mayUndo(operation) ? `/history/${operation.id}/undo` : undefined}
                        undone={undone.has(operation.id)}
                        words={words}
                      />
                    </p>
                  </div>
                  <EffectLine effect={effect} format={format} />
                </td>
                <td className={number}>
                  <Delta value={effect.orders} text={format.number} />
                </td>
                <td className={number}>
                  <Delta value={effect.totalMinor} text={format.money} />
                </td>
                <td className={number}>
                  <Delta value={effect.completed} text={format.number} />
                </td>
                <td className={number}>
                  <Delta value={effect.cancelled} text={format.number} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
