import type { ClientRow } from '@/db/queries/clients';
import type { FullOrder, OrderLineRow } from '@/db/queries/orders';
import { formalName } from '@/lib/domain/clients/client-name';
import { wallClock } from '@/lib/domain/day-start';
import { formatMinor } from '@/lib/domain/money';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import type { PaymentMethod } from '@/lib/domain/payments/schema';
import { sentStatuses } from './commerceml/info';
import type { SentLine, SentOrder, SentParty } from './commerceml/sent-order';
import { isService } from './commerceml/write-orders';

/** What 1C knows the records of an order by, where it has told. */
export interface Known {
  orderId?: string;
  number1c?: string;
  clientId?: string;
  /** By our product. */
  productIds: ReadonlyMap<number, string>;
}

const methods: Record<PaymentMethod, string> = { cash: 'Наличные', card: 'Карта', bank: 'Безналичный расчёт', other: 'Другое' };

/** `YYYY-MM-DDThh:mm:ss` on the organisation's clock. */
export function wallMoment(instant: number, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 19);
}

function partyOf(client: ClientRow, known: Known): SentParty {
  return {
    id: known.clientId ?? String(client.id),
    name: client.company || formalName(client),
    kind: client.company ? 'company' : 'person',
    lastName: client.lastName,
    firstName: client.firstName,
    middleName: client.middleName ?? '',
    inn: client.inn,
    address: client.address,
    comment: '',
    phone: client.mobilePhone ?? '',
    email: client.email ?? '',
  };
}

/** Delivery goes by the id that 1C's own exchange gives it; goods by their own, or by ours. */
function goodsId(line: OrderLineRow, known: Known): string {
  const own = line.productId === null ? undefined : known.productIds.get(line.productId);
  if (own !== undefined) return own;
  if (/^доставка/iu.test(line.product) && isService(line.product)) return 'ORDER_DELIVERY';
  return line.productId === null ? '' : String(line.productId);
}

function lineOf(line: OrderLineRow, known: Known): SentLine {
  const { sku, product, unit, quantityMilli, priceMinor, discountMinor, totalMinor, vatRate } = line;
  return { id: goodsId(line, known), sku, name: product, unit, quantityMilli, priceMinor, discountMinor, totalMinor, vatRate };
}

/** Only a sum that is all there counts as paid; what was paid in part stands beside it. */
function paymentRequisites({ order, payments }: FullOrder): SentOrder['requisites'] {
  const last = payments.at(-1);
  const paid = order.totalMinor > 0 && order.paidMinor >= order.totalMinor;
  if (!last) return [{ name: 'Заказ оплачен', value: String(paid) }];
  const method = last.method as PaymentMethod;
  return [
    { name: 'Метод оплаты', value: methods[method] },
    { name: 'Метод оплаты ИД', value: method },
    { name: 'Заказ оплачен', value: String(paid) },
    { name: 'Сумма оплаты', value: formatMinor(order.paidMinor) },
    ...(paid
      ? [
          { name: 'Дата оплаты', value: last.paidDay },
          { name: 'Номер платёжного документа', value: String(last.id) },
        ]
      : []),
  ];
}

function requisitesOf(full: FullOrder, timeZone: string): SentOrder['requisites'] {
  const { order } = full;
  const status = sentStatuses[order.status as OrderStatus];
  return [
    ...paymentRequisites(full),
    { name: 'Отгружен', value: String(order.shippedDay !== null) },
    ...(order.shippedDay === null ? [] : [{ name: 'Дата отгрузки', value: order.shippedDay }]),
    { name: 'Доставка разрешена', value: String(order.shippedDay !== null) },
    { name: 'Отменен', value: String(order.status === 'Cancelled') },
    { name: 'Финальный статус', value: String(order.status !== 'Pending') },
    { name: 'Статус заказа', value: `[${status.id}] ${status.name}` },
    { name: 'Статуса заказа ИД', value: status.id },
    { name: 'Дата изменения статуса', value: wallMoment(order.updatedAt, timeZone).replace('T', ' ') },
    ...(order.dueDay === null ? [] : [{ name: 'Срок исполнения', value: order.dueDay }]),
    ...(order.externalNo === null ? [] : [{ name: 'Внешний номер', value: order.externalNo }]),
  ];
}

/** An order as 1C is told it; also one in the bin, which 1C marks as deleted. */
export function orderToSend(full: FullOrder, known: Known, { timeZone, currency }: { timeZone: string; currency: string }): SentOrder {
  const { order, client, lines } = full;
  const [day = '', time = ''] = wallMoment(order.createdAt, timeZone).split('T');
  return {
    id: known.orderId ?? String(order.id),
    number: String(order.id),
    day,
    time,
    currency,
    totalMinor: order.totalMinor,
    party: partyOf(client, known),
    comment: order.description,
    lines: lines.map((line) => lineOf(line, known)),
    deleted: order.deletedAt !== null,
    requisites: requisitesOf(full, timeZone),
    number1c: known.number1c ?? '',
  };
}
