import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';
import type { PrintedOrders } from '@/lib/domain/print/get-printed-orders';
import type { PrintForm } from '@/lib/domain/print/schema';
import { orderDocument } from '@/lib/export/print/order-document';
import type { Logo } from '@/lib/files/logo';
import type { Format } from '@/lib/i18n/format';
import { printWords } from '@/lib/i18n/print-words';
import { MissingRequisites } from './missing-requisites';
import styles from './print-page.module.css';
import { PrintedOrder } from './printed-order';

interface PrintSheetsProps {
  printed: PrintedOrders;
  form: PrintForm;
  format: Format;
  logo: Logo | undefined;
  /** Whether the reader may enter what is missing. */
  maySet: boolean;
}

function idsOf(orders: PrintedOrders['orders']): string {
  return orders.map(({ order }) => order.id).join(', ');
}

/** What is printed, and over it, on the screen alone, what should be known before. */
export function PrintSheets({ printed: { orders, missing, settings }, form, format, logo, maySet }: PrintSheetsProps) {
  const t = useTranslations('print');
  const words = printWords(format.locale);
  const documents = orders.map((full) => orderDocument(full, form, { settings, format, words }));
  const binned = orders.filter(({ order }) => order.deletedAt !== null);
  const cancelled = orders.filter(({ order }) => order.deletedAt === null && order.status === 'Cancelled');
  const picture = logo && `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}`;
  return (
    <>
      <div className={styles.notes}>
        <MissingRequisites missing={documents[0]?.missing ?? []} maySet={maySet} />
        {missing.length > 0 ? <p className={notes.bad}>{t('notThere', { n: missing.length, ids: missing.join(', ') })}</p> : null}
        {binned.length > 0 ? <p className={notes.bad}>{t('binned', { n: binned.length, ids: idsOf(binned) })}</p> : null}
        {cancelled.length > 0 ? <p className={notes.warn}>{t('cancelled', { n: cancelled.length, ids: idsOf(cancelled) })}</p> : null}
      </div>
      {documents.map((document) => (
        <PrintedOrder key={document.orderId} document={document} words={words} logo={picture} />
      ))}
    </>
  );
}
