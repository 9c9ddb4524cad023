import type { TakenOrder } from '@/lib/domain/exchange/taken';
import { type OrderStatus, orderStatuses } from '@/lib/domain/orders/schema';
import { parseDayText } from '@/lib/import/day-text';
import type { CmlDocument } from '../commerceml/document';
import { sentStatuses } from '../commerceml/info';
import { switchOf } from '../commerceml/read-documents';
import { lineText } from './lines-from';

/**
 * A day of a requisite. 1C writes an empty date as `T` (Latin, or Cyrillic `Т`) or as the first day of the first year: null.
 * Undefined where nothing is said, or nothing that can be read.
 */
export function dayIn(text: string | undefined): string | null | undefined {
  const bare = (text ?? '').trim();
  if (bare === '') return undefined;
  if (/^[TТ]$/iu.test(bare) || bare.startsWith('0001')) return null;
  return parseDayText(bare)?.slice(0, 10);
}

const word = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е');

/** What statuses are called here and by shops, until a connection says otherwise. */
const builtIn: Record<string, OrderStatus> = {
  ...Object.fromEntries(
    orderStatuses.flatMap((status) => [
      [word(sentStatuses[status].id), status],
      [word(sentStatuses[status].name), status],
    ]),
  ),
  'в обработке': 'Pending',
  новый: 'Pending',
  принят: 'Pending',
  открыт: 'Pending',
  'к отгрузке': 'Pending',
  завершен: 'Completed',
  закрыт: 'Completed',
  доставлен: 'Completed',
  аннулирован: 'Cancelled',
};

/** The status a document says, by its id, by the code in brackets, by its text; `unknown` holds what nobody has mapped. */
export function statusIn(
  { requisites }: CmlDocument,
  table: Readonly<Record<string, OrderStatus>>,
): { status?: OrderStatus; unknown?: string } {
  if (switchOf(requisites.Отменен ?? requisites.Отменён) === true) return { status: 'Cancelled' };
  const text = requisites['Статус заказа'] ?? '';
  const [, code = '', rest = ''] = /^\s*\[([^\]]*)\]\s*(.*)$/s.exec(text) ?? [];
  const spoken = [requisites['Статуса заказа ИД'] ?? requisites['Статус заказа ИД'] ?? '', code, text, rest].map(word).filter(Boolean);
  if (spoken.length === 0) return {};
  const own = new Map(Object.entries(table).map(([name, status]) => [word(name), status]));
  const found = spoken.map((one) => own.get(one)).find(Boolean) ?? spoken.map((one) => builtIn[one]).find(Boolean);
  return found ? { status: found } : { unknown: lineText(text || (spoken[0] ?? ''), 100) };
}

/**
 * Whether an order is paid in whole, and since when. 1C's own word counts first; then a date – `T` says that it is not – and last what
 * the shop itself had said, which 1C only repeats. Undefined where nothing is said.
 */
export function paidIn(document: CmlDocument, today: string): TakenOrder['paid'] {
  const { requisites } = document;
  const day = dayIn(requisites['Дата оплаты по 1С'] || requisites['Дата оплаты']);
  const own = switchOf(requisites.Оплачен);
  const echoed = switchOf(requisites['Заказ оплачен']);
  const all = own ?? (day === undefined ? echoed : day !== null);
  if (all === null || all === undefined) return undefined;
  const number =
    requisites['Номер оплаты по 1С'] || requisites['Номер платёжного документа'] || requisites['Номер платежного документа'] || '';
  const known = day ?? dayIn(document.day1c) ?? dayIn(document.day) ?? today;
  return { all: all && !(own === null && echoed === false), day: known, note: lineText(number, 300) };
}

/**
 * The day the goods left; null when the document says that they have not. `shippedGuessed` when it says that they have, but not when.
 * Empty where it says nothing.
 */
export function shippedIn(document: CmlDocument, today: string): Pick<TakenOrder, 'shippedDay' | 'shippedGuessed'> {
  const { requisites } = document;
  const day = dayIn(requisites['Дата отгрузки по 1С'] || requisites['Дата отгрузки']);
  const flag = switchOf(requisites.Отгружен);
  if (flag === false || (day === null && !flag)) return { shippedDay: null };
  const known = day ?? (flag ? (dayIn(document.day1c) ?? dayIn(document.day)) : undefined);
  if (known) return { shippedDay: known };
  return flag ? { shippedDay: today, shippedGuessed: true } : {};
}
