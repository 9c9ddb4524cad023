import type { ClientRow } from '@/db/queries/clients';
import type { OrderLineRow, OrderRow, PaymentRow } from '@/db/queries/orders';
import { formalName } from '../clients/client-name';
import type { Snapshot } from '../journal/fields';
import { formatMilli, formatMinor } from '../money';

type LineValues = Omit<OrderLineRow, 'id' | 'orderId' | 'position' | 'productId'>;

function lineSnapshot(line: LineValues) {
  return {
    product: line.product,
    sku: line.sku,
    unit: line.unit,
    quantity: formatMilli(line.quantityMilli),
    price: formatMinor(line.priceMinor),
    discount: formatMinor(line.discountMinor),
    vat_rate: line.vatRate,
    total_price: formatMinor(line.totalMinor),
  };
}

function paymentSnapshot(payment: PaymentRow) {
  return { id: payment.id, day: payment.paidDay, amount: formatMinor(payment.amountMinor), method: payment.method, note: payment.note };
}

interface Told {
  order: OrderRow;
  client: Pick<ClientRow, 'id' | 'firstName' | 'lastName' | 'middleName' | 'company'>;
  lines: LineValues[];
  payments: PaymentRow[];
}

/** Whose an order is, as the journal keeps it. */
export function clientInOrder(client: Told['client']) {
  return { id: client.id, name: formalName(client) };
}

/** An order together with its lines and payments as the journal keeps it. */
export function orderSnapshot({ order, client, lines, payments }: Told): Snapshot {
  return {
    client: clientInOrder(client),
    status: order.status,
    description: order.description,
    due_day: order.dueDay,
    items: lines.map(lineSnapshot),
    total_price: formatMinor(order.totalMinor),
    payments: payments.map(paymentSnapshot),
    paid: formatMinor(order.paidMinor),
    // Only where it is set: orders from before it was kept have the snapshot they always had.
    ...(order.repeatOf === null ? {} : { repeat_of: order.repeatOf }),
  };
}
