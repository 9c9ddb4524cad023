import type { OrderLineRow, OrderRow, PaymentRow } from '@/db/queries/orders';
import { vatByRate } from '../print/vat';

/** One side of an entry: the postings of an entry add up to nothing. */
export interface Posting {
  /** `order-12` or `payment-7`: the same for all postings of one entry. */
  entry: string;
  day: string;
  orderId: number;
  clientId: number;
  clientName: string;
  /** Levels with colons between them. */
  account: string;
  /** Kopecks; a debit above zero, a credit below. */
  amountMinor: number;
}

const moneyAccounts: Record<string, string> = { cash: 'Assets:Cash', card: 'Assets:Card', bank: 'Assets:Bank' };

/**
 * A name as a level of an account: colons part levels, two spaces end the account, a semicolon begins a comment, and a bar parts
 * a payee from a note.
 */
export function levelName(name: string): string {
  const clean = name
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[:;|]/g, ',')
    .trim();
  return clean || '–';
}

function percent(rate: number): string {
  return `${rate / 100}%`;
}

interface Sold {
  order: OrderRow;
  clientName: string;
  lines: readonly OrderLineRow[];
  payments: readonly PaymentRow[];
}

/** What an order is in double entry: the sale, unless it was cancelled, and each payment. */
export function postingsOf({ order, clientName, lines, payments }: Sold): Posting[] {
  const about = { orderId: order.id, clientId: order.clientId, clientName };
  const receivable = `Assets:Receivable:${levelName(clientName)} № ${order.clientId}`;
  const sale = (account: string, amountMinor: number): Posting[] =>
    amountMinor === 0 ? [] : [{ entry: `order-${order.id}`, day: order.businessDay, ...about, account, amountMinor }];
  const rates = vatByRate(lines).filter(({ vatMinor }) => vatMinor !== 0);
  const vatMinor = rates.reduce((sum, rate) => sum + rate.vatMinor, 0);
  const sold =
    order.status === 'Cancelled'
      ? []
      : [
          ...sale(receivable, order.totalMinor),
          ...sale('Income:Sales', vatMinor - order.totalMinor),
          ...rates.flatMap((rate) => sale(`Liabilities:VAT:${percent(rate.rate ?? 0)}`, -rate.vatMinor)),
        ];
  const paid = payments.flatMap(({ id, paidDay, amountMinor, method }) => {
    const entry = { entry: `payment-${id}`, day: paidDay, ...about };
    return [
      { ...entry, account: moneyAccounts[method] ?? 'Assets:Other', amountMinor },
      { ...entry, account: receivable, amountMinor: -amountMinor },
    ];
  });
  return [...sold, ...paid];
}
