import { useTranslations } from 'next-intl';
import table from '@/components/data-table/table.module.css';
import buttons from '@/components/form/button.module.css';
import { ListMoment } from '@/components/text/moment';
import type { Delivery } from '@/lib/domain/deliveries/list-deliveries';
import type { Format } from '@/lib/i18n/format';
import styles from './delivery-list.module.css';
import { RecordLink } from './record-link';
import { told, useExchangeWords, wordOr } from './words';

interface DeliveryListProps {
  tab: 'queue' | 'dead';
  deliveries: readonly Delivery[];
  format: Format;
  retry: (data: FormData) => Promise<never>;
  skip: (data: FormData) => Promise<never>;
}

/** What a connection is still to be told of, or could not be: of what, why, when again, and both ways on. */
export function DeliveryList({ tab, deliveries, format, retry, skip }: DeliveryListProps) {
  const t = useTranslations('exchange');
  const words = useExchangeWords();
  return (
    <table className={`${table.table} ${styles.deliveries}`}>
      <caption className="hidden">{t(`tabs.${tab}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('delivery.record')}</th>
          <th scope="col">{t('delivery.event')}</th>
          <th scope="col">{t('delivery.since')}</th>
          <th scope="col">{t('delivery.why')}</th>
          <th scope="col">{t(tab === 'queue' ? 'delivery.next' : 'delivery.given')}</th>
          <th scope="col">
            <span className="hidden">{t('delivery.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map(({ id, connectionId, topic, entity, entityId, state, attempts, runAt, createdAt, finishedAt, problem }) => {
          const at = tab === 'queue' ? runAt : finishedAt;
          return (
            <tr key={id}>
              <td data-cell="record">
                <RecordLink entity={entity} id={entityId} />
              </td>
              <td>{wordOr(words, `topics.${topic}`, topic)}</td>
              <td>
                <ListMoment at={createdAt} format={format} />
              </td>
              <td data-cell="why">
                {problem ? told(words, 'problems', problem) : t('delivery.first')}
                {attempts > 0 ? <span className="muted"> · {t('delivery.attempts', { n: attempts })}</span> : null}
              </td>
              <td data-cell="at">
                {state === 'running' ? t('delivery.running') : at === null ? null : <ListMoment at={at} format={format} />}
              </td>
              <td data-cell="act">
                {state === 'running' ? null : (
                  <form className={styles.acts}>
                    <input type="hidden" name="id" value={connectionId} />
                    <input type="hidden" name="delivery" value={id} />
                    <input type="hidden" name="tab" value={tab} />
                    <button type="submit" formAction={retry} className={`${buttons.plain} ${buttons.link}`}>
                      {t(tab === 'queue' ? 'delivery.now' : 'delivery.retry')}
                    </button>
                    <button type="submit" formAction={skip} className={`${buttons.plain} ${buttons.link}`}>
                      {t('delivery.skip')}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
