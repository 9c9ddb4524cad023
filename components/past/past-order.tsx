import { useTranslations } from 'next-intl';
import { Comments } from '@/components/orders/comments';
import { Files } from '@/components/orders/files';
import styles from '@/components/orders/order-card.module.css';
import { OrderLines } from '@/components/orders/order-lines';
import { OrderMoney } from '@/components/orders/order-money';
import { Payments } from '@/components/orders/payments';
import { Initials } from '@/components/text/initials';
import type { PastRecord } from '@/lib/domain/past/fold';
import { clientIdOf, commentRows, fileRows, lineRows, minorOf, paymentRows } from '@/lib/domain/past/past-orders';
import type { Format } from '@/lib/i18n/format';
import { Erased } from './erased';
import { pastHref } from './past-url';

interface PastOrderProps {
  id: number;
  at: number;
  record: PastRecord;
  format: Format;
  /** Names of users by their numbers. */
  authors: ReadonlyMap<number, string>;
}

function clientName({ snapshot: { client } }: PastRecord): string {
  return client && typeof client === 'object' && !Array.isArray(client) ? String(client.name ?? '') : '';
}

/** An order's card as it was. */
export function PastOrder({ id, at, record, format, authors }: PastOrderProps) {
  const t = useTranslations('order');
  const tParts = useTranslations('orderParts');
  const [comments, files] = [commentRows(id, record.snapshot), fileRows(id, record.snapshot)];
  const { snapshot, version } = record;
  const isErased = (...names: string[]) => names.some((name) => record.erased.includes(name));
  const clientId = clientIdOf(snapshot);
  const lines = lineRows(id, snapshot);
  const order = { status: String(snapshot.status ?? ''), totalMinor: minorOf(snapshot.total_price), paidMinor: minorOf(snapshot.paid) };
  const description = String(snapshot.description ?? '');
  return (
    <>
      <div className={styles.client}>
        {clientId > 0 ? (
          <>
            <Initials name={clientName(record)} large />
            <a href={pastHref('client', clientId, { at })} className={styles.who} style={{ color: 'inherit', fontWeight: 500 }}>
              {clientName(record)}
            </a>
          </>
        ) : (
          <Erased />
        )}
      </div>
      <div className={styles.heading}>
        <h2>{t('lines')}</h2>
        {isErased('items') ? <Erased /> : <span className="muted">{t('lineCount', { n: lines.length })}</span>}
      </div>
      {isErased('items') ? null : <OrderLines lines={lines} format={format} />}
      {isErased('total_price', 'paid', 'status') ? null : <OrderMoney order={order} lines={lines} format={format} />}
      {description || isErased('description') ? (
        <section className={styles.section}>
          <h2>{t('description')}</h2>
          <p className={styles.text}>{isErased('description') ? <Erased /> : description}</p>
        </section>
      ) : null}
      <section className={styles.section} style={{ paddingBottom: 20 }}>
        <h2>{t('payments')}</h2>
        {isErased('payments') ? (
          <Erased />
        ) : (
          <Payments full={{ order: { version }, payments: paymentRows(id, snapshot) }} format={format} />
        )}
      </section>
      {comments.length > 0 || isErased('comments') ? (
        <section className={styles.section} style={{ paddingBottom: 20 }}>
          <h2>{tParts('comments')}</h2>
          {isErased('comments') ? <Erased /> : <Comments comments={comments} authors={authors} format={format} />}
        </section>
      ) : null}
      {files.length > 0 || isErased('files') ? (
        <section className={styles.section} style={{ paddingBottom: 20 }}>
          <h2>{tParts('files')}</h2>
          {isErased('files') ? <Erased /> : <Files files={files} format={format} open={false} />}
        </section>
      ) : null}
    </>
  );
}
