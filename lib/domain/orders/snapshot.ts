import type { ClientRow } from '@/db/queries/clients';
import type { CommentRow, FileRow } from '@/db/queries/order-parts';
import type { OrderLineRow, OrderRow, PaymentRow } from '@/db/queries/orders';
import { formalName } from '../clients/client-name';
import type { Snapshot } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';

type LineValues = Omit<OrderLineRow, 'id' | 'orderId' | 'position' | 'productId'>;

/** A line as people and programs tell it; what it comes to follows from that. */
export function lineTerms(line: Omit<LineValues, 'totalMinor'>) {
  return {
    product: line.product,
    sku: line.sku,
    unit: line.unit,
    quantity: formatMilli(line.quantityMilli),
    price: formatMinor(line.priceMinor),
    discount: formatMinor(line.discountMinor),
    vat_rate: line.vatRate,
  };
}

function lineSnapshot(line: LineValues) {
  return { ...lineTerms(line), total_price: formatMinor(line.totalMinor) };
}

function paymentSnapshot(payment: PaymentRow) {
  return {
    id: payment.id,
    day: payment.paidDay,
    amount: formatMinor(payment.amountMinor),
    method: payment.method,
    note: payment.note,
    ...(payment.externalKey === null ? {} : { external_key: payment.externalKey }),
  };
}

/** Who wrote a comment stands there as his number: a name may change, and the comment has not. */
function commentSnapshot({ id, text, createdBy, createdAt }: CommentRow) {
  return { id, text, author: createdBy, at: new Date(createdAt).toISOString() };
}

/** An id followed by a name is a client's alone: by that he is looked for in the journal. */
function fileSnapshot({ id, type, name, size, sha256, createdBy, createdAt }: FileRow) {
  return { id, type, name, size, sha256, author: createdBy, at: new Date(createdAt).toISOString() };
}

interface Told {
  order: OrderRow;
  client: Pick<ClientRow, 'id' | 'firstName' | 'lastName' | 'middleName' | 'company'>;
  lines: LineValues[];
  payments: PaymentRow[];
  comments?: CommentRow[];
  files?: FileRow[];
}

/** Whose an order is, as the journal keeps it. */
export function clientInOrder(client: Told['client']) {
  return { id: client.id, name: formalName(client) };
}

/** An order together with all that belongs to it as the journal keeps it; comments and files when there are any. */
export function orderSnapshot({ order, client, lines, payments, comments = [], files = [] }: Told): Snapshot {
  return {
    client: clientInOrder(client),
    status: order.status,
    description: order.description,
    due_day: order.dueDay,
    items: lines.map(lineSnapshot),
    total_price: formatMinor(order.totalMinor),
    payments: payments.map(paymentSnapshot),
    paid: formatMinor(order.paidMinor),
    ...(comments.length > 0 ? { comments: comments.map(commentSnapshot) } : {}),
    ...(files.length > 0 ? { files: files.map(fileSnapshot) } : {}),
    // Only where it is set: orders from before it was kept have the snapshot they always had.
    ...(order.repeatOf === null ? {} : { repeat_of: order.repeatOf }),
    ...(order.externalNo === null ? {} : { external_no: order.externalNo }),
    ...(order.shippedDay === null ? {} : { shipped_day: order.shippedDay }),
  };
}
