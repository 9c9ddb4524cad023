import type { BulkLoad } from '@/db/engines/bulk';
import type { ClientRow } from '@/db/queries/clients';
import type { LastJournal } from '@/db/queries/seed';
import { clients } from '@/db/schema/clients';
import { changes, changeValues, operations, seals } from '@/db/schema/journal';
import { orderDayTotals, orderLines, orders, payments } from '@/db/schema/orders';
import { productNames, products } from '@/db/schema/products';
import { clientTexts, orderTexts } from '@/db/schema/search';
import { clientText } from '@/lib/domain/clients/client-text';
import type { ClientInput } from '@/lib/domain/clients/schema';
import { clientSnapshot } from '@/lib/domain/clients/snapshot';
import { newClient } from '@/lib/domain/clients/write-client';
import { digestedChange, digestedOperation, nextSeal } from '@/lib/domain/journal/digest';
import { diffSnapshots, type Snapshot } from '@/lib/domain/journal/fields';
import { orderText } from '@/lib/domain/orders/order-text';
import type { OrderInput } from '@/lib/domain/orders/schema';
import { orderSnapshot } from '@/lib/domain/orders/snapshot';
import { newOrder } from '@/lib/domain/orders/write-order';
import type { PaymentInput } from '@/lib/domain/payments/schema';
import { paidTotal } from '@/lib/domain/payments/store-payments';
import { grownProduct, type NamedLine } from '@/lib/domain/products/grow-products';
import { productKey } from '@/lib/domain/products/product-key';

/** The tables that a seed fills. */
export const seededTables = [
  clients,
  clientTexts,
  orders,
  products,
  productNames,
  orderLines,
  payments,
  orderTexts,
  orderDayTotals,
  operations,
  changes,
  changeValues,
  seals,
];

/** What an order has to know of its client: his name stands in the journal. */
type KnownClient = Pick<ClientRow, 'id' | 'firstName' | 'lastName' | 'middleName' | 'company'>;

interface Place {
  timeZone: string;
  /** Where the journal has come to. */
  journal: LastJournal;
  /** Names the operations of this seed. */
  requestId: string;
  salt: () => string;
}

/** Records as the verbs would have left them, row by row into a bulk load: with journal, seal, searched text and day totals. */
export class SeedLoad {
  private readonly known: KnownClient[] = [];
  private readonly totals = new Map<string, Omit<typeof orderDayTotals.$inferSelect, 'id'>>();
  private readonly given = { order: 0, line: 0, payment: 0 };
  /** By the names as lines spell them, so that a known one costs nothing. */
  private readonly grown = new Map<string, number>();

  constructor(
    private readonly load: BulkLoad,
    private readonly place: Place,
  ) {}

  get clientCount(): number {
    return this.known.length;
  }

  /** A new client at a moment (UTC epoch ms). */
  addClient(input: ClientInput, at: number): void {
    const client = { id: this.known.length + 1, ...newClient(input, { at, timeZone: this.place.timeZone, createdBy: null }) };
    this.load.add(clients, client);
    this.load.add(clientTexts, { clientId: client.id, text: clientText(client) });
    this.journal('client', client.id, at, clientSnapshot(client));
    const { id, firstName, lastName, middleName, company } = client;
    this.known.push({ id, firstName, lastName, middleName, company });
  }

  /** A new order of the n-th client (from 0), as far as it has come; `pay` names the money that came for its total. */
  addOrder(clientAt: number, input: OrderInput, at: number, pay: (totalMinor: number, day: string) => PaymentInput[]): void {
    const client = this.known[clientAt];
    if (!client) throw new Error('an order of a client who is not there yet');
    const { values, lines } = newOrder(client.id, input, { at, timeZone: this.place.timeZone, createdBy: null });
    this.given.order += 1;
    const id = this.given.order;
    const paid = pay(values.totalMinor, values.businessDay).map((payment) => {
      this.given.payment += 1;
      const { day, amount, method, note = '' } = payment;
      const own = { id: this.given.payment, orderId: id, createdAt: at, createdBy: null, deletedAt: null };
      return { ...own, paidDay: day, amountMinor: amount, method, note, externalKey: null };
    });
    const order = { id, ...values, paidMinor: paidTotal(paid) };
    this.load.add(orders, order);
    for (const line of lines) {
      this.given.line += 1;
      this.load.add(orderLines, { id: this.given.line, orderId: id, productId: this.productOf(line, at), ...line });
    }
    for (const payment of paid) this.load.add(payments, payment);
    this.load.add(orderTexts, { orderId: id, text: orderText(order, lines) });
    this.count(order);
    this.journal('order', id, at, orderSnapshot({ order, client, lines, payments: paid }));
  }

  /** The totals of the days, when all orders are there. */
  finish(): void {
    const rows = [...this.totals.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [n, [, row]] of rows.entries()) this.load.add(orderDayTotals, { id: n + 1, ...row });
  }

  private productOf(line: NamedLine, at: number): number {
    const known = this.grown.get(line.product);
    if (known !== undefined) return known;
    const id = this.grown.size + 1;
    this.grown.set(line.product, id);
    this.load.add(products, { id, ...grownProduct(line, at) });
    this.load.add(productNames, { key: productKey(line.product), productId: id });
    return id;
  }

  private count(order: Pick<typeof orders.$inferSelect, 'businessDay' | 'status' | 'totalMinor' | 'paidMinor'>): void {
    const key = `${order.businessDay} ${order.status}`;
    const row = this.totals.get(key) ?? { day: order.businessDay, status: order.status, orders: 0, totalMinor: 0, paidMinor: 0 };
    row.orders += 1;
    row.totalMinor += order.totalMinor;
    row.paidMinor += order.paidMinor;
    this.totals.set(key, row);
  }

  private journal(entity: 'client' | 'order', entityId: number, at: number, snapshot: Snapshot): void {
    const { journal, requestId, salt } = this.place;
    const told = { kind: `${entity}.create`, source: 'system', actorType: 'system', actorId: null, actorName: 'seed', requestId };
    const change = { entity, entityId, action: 'create' as const, versionBefore: null, versionAfter: 1 };
    const rows = [digestedChange({ ...change, fields: diffSnapshots(null, snapshot) }, 0, salt())];
    const operation = digestedOperation({ ...told, groupId: null, undoes: null, at }, rows);
    journal.operationId += 1;
    this.load.add(operations, { id: journal.operationId, ...operation });
    for (const row of rows) {
      journal.changeId += 1;
      this.load.add(changes, { id: journal.changeId, operationId: journal.operationId, ...row.change });
      this.load.add(changeValues, { changeId: journal.changeId, ...row.value, erasedBy: null });
    }
    journal.seal = nextSeal(journal.seal, journal.operationId, operation.digest);
    this.load.add(seals, journal.seal);
  }
}
