import { formatMilli, formatMinor } from '@/lib/domain/money';
import { includedVat } from '@/lib/domain/orders/order-total';
import type { SentLine, SentOrder, WriteOptions } from './sent-order';
import { unitOf } from './units';
import { partyXml } from './write-party';
import { element, escaped, fitted, optionalText, textElement, xmlBytes } from './xml-text';

const nameMax = 255;
const idMax = 40;
/** Of goods; of everything else 40. */
const goodsIdMax = 80;

/** `20`, `10`, `7.5`; the schema takes any text, 1C wants the number alone. */
function rateText(basisPoints: number): string {
  return formatMinor(basisPoints).replace(/\.?0+$/, '') || '0';
}

function requisite(name: string, value: string): string {
  return element('ЗначениеРеквизита', textElement('Наименование', name, nameMax) + textElement('Значение', value, 1000));
}

function discountXml(discountMinor: number): string {
  if (discountMinor === 0) return '';
  const told = textElement('Наименование', 'Скидка', nameMax) + element('Сумма', formatMinor(discountMinor));
  return element('Скидки', element('Скидка', told + element('УчтеноВСумме', 'true')));
}

function tax(sumMinor: number, rate: string): string {
  const told = textElement('Наименование', 'НДС', nameMax) + element('УчтеноВСумме', 'true');
  return element('Налог', told + element('Сумма', formatMinor(sumMinor)) + element('Ставка', rate));
}

/** Delivery and its like are services: 1C does not look for them in a warehouse. */
const service = /^(доставка|услуг[аи]|сборка|монтаж|установка|подъ[её]м|delivery|shipping|service)(?![\p{L}\p{N}])/iu;

/** Whether goods of this name are a service. */
export function isService(name: string): boolean {
  return service.test(name.trim());
}

function lineXml(line: SentLine, index: number): string {
  const { shown, unit } = unitOf(line.unit);
  const kind = isService(line.name) ? 'Услуга' : 'Товар';
  const known: Record<string, string> = unit
    ? { Код: unit.code, НаименованиеПолное: unit.full, МеждународноеСокращение: unit.international }
    : {};
  // `Без НДС` is no number but what 1C itself writes, and the schema takes it.
  const rate = line.vatRate === null ? 'Без НДС' : rateText(line.vatRate);
  return element(
    'Товар',
    [
      optionalText('Ид', line.id, goodsIdMax),
      optionalText('Артикул', line.sku, nameMax),
      textElement('Наименование', line.name, nameMax),
      element('БазоваяЕдиница', escaped(fitted(shown, nameMax)), known),
      element('СтавкиНалогов', element('СтавкаНалога', textElement('Наименование', 'НДС', nameMax) + textElement('Ставка', rate, nameMax))),
      element(
        'ЗначенияРеквизитов',
        requisite('ВидНоменклатуры', kind) + requisite('ТипНоменклатуры', kind) + requisite('НомерПозицииКорзины', String(index + 1)),
      ),
      element('ЦенаЗаЕдиницу', formatMinor(line.priceMinor)),
      element('Количество', formatMilli(line.quantityMilli)),
      element('Сумма', formatMinor(line.totalMinor)),
      line.vatRate === null ? '' : element('Налоги', tax(includedVat([line]), rate)),
      discountXml(line.discountMinor),
    ].join(''),
  );
}

/** VAT of the document, a line for every rate, each the sum over its lines so that it agrees with them to the kopeck. */
function taxesXml(lines: readonly SentLine[]): string {
  const rates = [...new Set(lines.flatMap(({ vatRate }) => (vatRate === null ? [] : [vatRate])))].sort((a, b) => b - a);
  const taxes = rates.map((rate) => tax(includedVat(lines.filter(({ vatRate }) => vatRate === rate)), rateText(rate)));
  return taxes.length === 0 ? '' : element('Налоги', taxes.join(''));
}

function orderXml(order: SentOrder): string {
  return element(
    'Документ',
    [
      textElement('Ид', order.id, idMax),
      textElement('Номер', order.number, nameMax),
      element('Дата', order.day),
      element('ХозОперация', 'Заказ товара'),
      element('Роль', 'Продавец'),
      element('Валюта', order.currency),
      element('Курс', '1'),
      element('Сумма', formatMinor(order.totalMinor)),
      element('Контрагенты', partyXml(order.party)),
      element('Время', order.time),
      optionalText('Комментарий', order.comment, 3000),
      taxesXml(order.lines),
      discountXml(order.lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0)),
      order.lines.length === 0 ? '' : element('Товары', order.lines.map(lineXml).join('')),
      element(
        'ЗначенияРеквизитов',
        [
          ...order.requisites.map(({ name, value }) => requisite(name, value)),
          ...(order.number1c ? [requisite('Номер по 1С', order.number1c)] : []),
          requisite('ПометкаУдаления', String(order.deleted)),
        ].join(''),
      ),
    ].join(''),
  );
}

/** The version that a file goes by: what 1C asked for, as far as the attribute holds it. */
function versionText(asked: string): string {
  return /^\d\.\d{1,3}$/.test(asked) ? asked : '2.10';
}

/**
 * Orders as the file that 1C is given, in the order of elements that the schemas 2.08, 2.09 and 2.10 agree on. Sums are exact: the
 * lines come to the sum of the document. Without orders it is an empty root, which tells 1C that there is nothing new.
 */
export function writeOrders(orders: readonly SentOrder[], { schemaVersion, encoding, made }: WriteOptions): Uint8Array {
  const inContainers = Number.parseFloat(schemaVersion) >= 3;
  const documents = orders.map(orderXml).map((xml) => (inContainers ? element('Контейнер', xml) : xml));
  const root = { ВерсияСхемы: versionText(schemaVersion), ДатаФормирования: made };
  return xmlBytes(element('КоммерческаяИнформация', documents.join('\n'), root), encoding);
}
