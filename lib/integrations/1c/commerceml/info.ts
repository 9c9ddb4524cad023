import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';
import type { CmlEncoding } from './sent-order';
import { element, textElement, xmlBytes } from './xml-text';

/** One entry of a dictionary that 1C is offered to map by. */
export interface InfoEntry {
  id: string;
  name: string;
}

/** Our statuses as 1C and its users know them: the id goes into `Статуса заказа ИД`, both into `Статус заказа`. */
export const sentStatuses: Record<OrderStatus, InfoEntry> = {
  Pending: { id: 'N', name: 'В работе' },
  Completed: { id: 'F', name: 'Выполнен' },
  Cancelled: { id: 'C', name: 'Отменён' },
};

const payments: readonly InfoEntry[] = [
  { id: 'cash', name: 'Наличные' },
  { id: 'card', name: 'Карта' },
  { id: 'bank', name: 'Безналичный расчёт' },
  { id: 'other', name: 'Другое' },
];

const deliveries: readonly InfoEntry[] = [{ id: 'delivery', name: 'Доставка' }];

/** Bitrix spells it with a Latin C at its beginning, and 1C looks for it letter by letter. */
const statusesName = '\u0043татусы';

function listXml(name: string, entries: readonly InfoEntry[]): string {
  const items = entries.map(({ id, name: title }) => element('Элемент', textElement('Ид', id, 40) + textElement('Название', title, 255)));
  return element(name, items.join(''));
}

/** The answer to `mode=info`: what a user of 1C chooses from when he maps statuses. */
export function writeInfo(encoding: CmlEncoding): Uint8Array {
  const statuses = orderStatuses.map((status) => sentStatuses[status]);
  const lists = [listXml(statusesName, statuses), listXml('ПлатежныеСистемы', payments), listXml('СлужбыДоставки', deliveries)];
  return xmlBytes(element('Справочник', lists.join('')), encoding);
}
