import { useTranslations } from 'next-intl';
import { None } from '@/components/text/none';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import type { Format } from '@/lib/i18n/format';
import styles from './connection-facts.module.css';
import { told, useExchangeWords } from './words';

/** How a connection fares, in four figures and the last thing that went wrong. */
export function ConnectionFacts({ connection, format }: { connection: FaringConnection; format: Format }) {
  const t = useTranslations('exchange');
  const words = useExchangeWords();
  const { kind, waiting, dead, lastOkAt, lastContactAt, lastProblem, lastProblemAt } = connection;
  const moment = (at: number | null) => (at === null ? <None /> : <span className="num">{format.longDateTime(at)}</span>);
  return (
    <dl className={styles.facts}>
      {kind === '1c' ? null : (
        <>
          <div>
            <dt>{t('columns.waiting')}</dt>
            <dd className="num">{format.number(waiting)}</dd>
          </div>
          <div>
            <dt>{t('columns.dead')}</dt>
            <dd className="num" data-bad={dead > 0}>
              {format.number(dead)}
            </dd>
          </div>
        </>
      )}
      <div>
        <dt>{t('columns.contact')}</dt>
        <dd>{moment(lastContactAt)}</dd>
      </div>
      <div>
        <dt>{t('lastOk')}</dt>
        <dd>{moment(lastOkAt)}</dd>
      </div>
      {lastProblem && lastProblemAt !== null ? (
        <div className={styles.problem}>
          <dt>{t('lastProblem')}</dt>
          <dd>
            {told(words, 'problems', lastProblem)}, <span className="num muted">{format.longDateTime(lastProblemAt)}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
