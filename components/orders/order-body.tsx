import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormAction } from '@/components/form/use-kept-form';
import type { CommentRow } from '@/db/queries/order-parts';
import type { FullOrder } from '@/db/queries/orders';
import type { OrderLinks as Links } from '@/lib/domain/orders/get-order-links';
import type { Stock } from '@/lib/domain/products/get-stock';
import type { PreviousPrice } from '@/lib/domain/products/previous-prices';
import type { Format } from '@/lib/i18n/format';
import { AddComment } from './add-comment';
import { AddFile, type AddFileProps } from './add-file';
import { AddPayment } from './add-payment';
import { Comments } from './comments';
import { Files } from './files';
import styles from './order-card.module.css';
import { OrderLines } from './order-lines';
import { OrderLinks } from './order-links';
import { OrderMoney } from './order-money';
import { Payments } from './payments';
import { SumInWords } from './sum-in-words';

interface Writing {
  addPayment: FormAction;
  deletePayment: (data: FormData) => Promise<never>;
  addComment: FormAction;
  deleteComment: (data: FormData) => Promise<never>;
  mayRemoveComment: (comment: CommentRow) => boolean;
  deleteFile: (data: FormData) => Promise<never>;
}

interface OrderBodyProps {
  full: FullOrder;
  previous: ReadonlyMap<string, PreviousPrice>;
  stock: ReadonlyMap<number, Stock>;
  links: Links;
  /** What the order is called in other systems; null where it is only here. */
  linked: ReactNode;
  /** Names of users by their numbers. */
  authors: ReadonlyMap<number, string>;
  format: Format;
  /** Absent for those who may not, and in the bin. */
  writing: Writing | undefined;
  file: Omit<AddFileProps, 'orderId'>;
}

/** The pieces in all lines, when they are counted in one unit. */
function QuantityOfAll({ lines, format }: Pick<FullOrder, 'lines'> & { format: Format }) {
  const unit = lines[0]?.unit ?? '';
  if (!unit || lines.some((line) => line.unit !== unit)) return null;
  const all = lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
  return (
    <>
      , <span className="num">{format.quantity(all)}</span> {unit}
    </>
  );
}

/** What an order consists of: lines, money, description, payments, comments, files, links. */
export function OrderBody({ full, previous, stock, links, linked, authors, format, writing, file }: OrderBodyProps) {
  const t = useTranslations();
  const { order, lines, comments, files } = full;
  return (
    <>
      <div className={styles.heading}>
        <h2>{t('order.lines')}</h2>
        <span className="muted">
          {t('order.lineCount', { n: order.lineCount })}
          <QuantityOfAll lines={lines} format={format} />
        </span>
      </div>
      <OrderLines lines={lines} format={format} previous={previous} stock={stock} />
      <SumInWords minor={order.totalMinor} format={format} />
      <OrderMoney order={order} lines={lines} format={format} />
      <div className={styles.parts}>
        {order.description ? (
          <section className={styles.section}>
            <h2>{t('order.description')}</h2>
            <p className={styles.text}>{order.description}</p>
          </section>
        ) : null}
        {order.externalNo || links.repeatOf || links.repeats.length > 0 || linked ? (
          <section className={styles.section}>
            <h2>{t('orderCard.links')}</h2>
            <OrderLinks externalNo={order.externalNo} links={links} format={format} />
            {linked}
          </section>
        ) : null}
        <section className={styles.section}>
          <h2>{t('order.payments')}</h2>
          <Payments full={full} format={format} remove={writing?.deletePayment} />
          {writing ? <AddPayment order={order} today={format.today} action={writing.addPayment} /> : null}
        </section>
        <section className={styles.section} id="comments">
          <h2>{t('orderParts.comments')}</h2>
          <Comments
            comments={comments}
            authors={authors}
            format={format}
            remove={writing?.deleteComment}
            mayRemove={writing?.mayRemoveComment}
          />
          {writing ? <AddComment orderId={order.id} count={comments.length} action={writing.addComment} /> : null}
        </section>
        <section className={styles.section} id="files">
          <h2>{t('orderParts.files')}</h2>
          <Files files={files} format={format} remove={writing?.deleteFile} />
          {writing ? <AddFile orderId={order.id} {...file} /> : null}
        </section>
      </div>
    </>
  );
}
