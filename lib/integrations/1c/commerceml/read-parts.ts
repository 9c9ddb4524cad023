import type { CmlNode } from './cml-nodes';
import type { CmlItem, CmlParty } from './document';
import { decimalText, type Mark } from './number-format';

export function childNamed(node: CmlNode, name: string): CmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** The text of a direct child, or of an attribute of that name; empty where there is none. */
export function attributeOrChild(node: CmlNode, name: string): string {
  return childNamed(node, name)?.text ?? node.attributes[name] ?? '';
}

/** The members of a list that a direct child is. */
export function inner(node: CmlNode, list: string, member: string): CmlNode[] {
  return childNamed(node, list)?.children.filter(({ name }) => name === member) ?? [];
}

/** The requisites that are a node's own: those of its goods are of the goods. A null prototype, since names come from outside. */
export function requisitesOf(node: CmlNode): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const one of inner(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита')) {
    const values = one.children.filter(({ name }) => name === 'Значение').map(({ text }) => text);
    const name = attributeOrChild(one, 'Наименование');
    if (name !== '') found[name] = values.join(' ').trim();
  }
  return found;
}

/** An address in words, or put together from its parts. */
function addressOf(node: CmlNode): string {
  const places = ['ЮридическийАдрес', 'АдресРегистрации', 'Адрес', 'ФактическийАдрес'];
  for (const place of places.flatMap((name) => childNamed(node, name) ?? [])) {
    const told = attributeOrChild(place, 'Представление') || place.text;
    if (told !== '') return told;
    const parts = place.children.filter(({ name }) => name === 'АдресноеПоле').map((part) => attributeOrChild(part, 'Значение'));
    const joined = parts.filter(Boolean).join(', ');
    if (joined !== '') return joined;
  }
  return '';
}

const companyOnly = ['ОфициальноеНаименование', 'ЮридическийАдрес', 'КПП', 'ОКПО', 'РасчетныеСчета', 'Руководитель'];

/** A counterparty; a company by what only companies have, or by a number of ten digits. */
export function readParty(node: CmlNode): CmlParty {
  const text = (name: string) => attributeOrChild(node, name);
  const inn = text('ИНН').replace(/\s/g, '');
  const isPerson = ['Фамилия', 'Имя', 'Отчество'].some((name) => text(name) !== '') || /^\d{12}$/.test(inn);
  const isCompany = companyOnly.some((name) => childNamed(node, name)) || /^\d{10}$/.test(inn);
  const contacts = inner(node, 'Контакты', 'Контакт').map((contact) => ({
    type: attributeOrChild(contact, 'Тип'),
    value: attributeOrChild(contact, 'Значение'),
  }));
  return {
    id: text('Ид'),
    name: text('Наименование'),
    fullName: text('ОфициальноеНаименование') || text('ПолноеНаименование'),
    kind: isCompany && !(isPerson && !/^\d{10}$/.test(inn)) ? 'company' : 'person',
    role: text('Роль'),
    lastName: text('Фамилия'),
    firstName: text('Имя'),
    middleName: text('Отчество'),
    inn,
    kpp: text('КПП'),
    address: addressOf(node),
    comment: text('Комментарий'),
    contacts: contacts.filter(({ value }) => value !== ''),
  };
}

/** What all discounts of a line come to, and whether its sum already is without them: it is unless it says otherwise. */
function discountOf(node: CmlNode, mark: Mark): Pick<CmlItem, 'discount' | 'discountIncluded'> {
  const told = inner(node, 'Скидки', 'Скидка').filter((one) => decimalText(attributeOrChild(one, 'Сумма'), mark) !== '');
  const [first] = told;
  if (!first) return { discount: '', discountIncluded: true };
  const included = told.every((one) => attributeOrChild(one, 'УчтеноВСумме').toLowerCase() !== 'false');
  const sums = told.map((one) => decimalText(attributeOrChild(one, 'Сумма'), mark));
  return { discount: addDecimals(sums), discountIncluded: included };
}

/** The exact sum of decimal texts. */
export function addDecimals(texts: readonly string[]): string {
  const digits = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const total = texts.reduce((sum, text) => {
    const [whole = '0', part = ''] = text.split('.');
    return sum + BigInt(`${whole}${part.padEnd(digits, '0')}`);
  }, 0n);
  const text = String(total < 0n ? -total : total).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return decimalText(`${total < 0n ? '-' : ''}${whole}`, '.');
}

function vatOf(node: CmlNode): string {
  const rates = [...inner(node, 'СтавкиНалогов', 'СтавкаНалога'), ...inner(node, 'Налоги', 'Налог')];
  const vat = rates.find((rate) => /^(ндс|vat)?$/i.test(attributeOrChild(rate, 'Наименование'))) ?? rates[0];
  return vat ? attributeOrChild(vat, 'Ставка') : '';
}

/** A line; its unit is the text of the element itself, whatever stands in it besides (`Пересчет`). */
export function readItem(node: CmlNode, mark: Mark, quantityMark: Mark): CmlItem {
  const text = (name: string) => attributeOrChild(node, name);
  const unit = childNamed(node, 'БазоваяЕдиница');
  const kind = requisitesOf(node).ТипНоменклатуры ?? '';
  return {
    id: text('Ид'),
    sku: text('Артикул'),
    name: text('Наименование'),
    unit: unit?.text || unit?.attributes.НаименованиеКраткое || unit?.attributes.НаименованиеПолное || '',
    price: decimalText(text('ЦенаЗаЕдиницу'), mark),
    quantity: decimalText(text('Количество'), quantityMark),
    sum: decimalText(text('Сумма'), mark),
    vat: vatOf(node),
    ...discountOf(node, mark),
    service: kind === 'Услуга' || text('Ид') === 'ORDER_DELIVERY',
  };
}
