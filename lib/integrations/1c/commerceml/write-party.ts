import type { SentParty } from './sent-order';
import { element, optionalText, textElement } from './xml-text';

const nameMax = 255;

function contacts({ phone, email }: SentParty): string {
  const told = [
    ['Телефон мобильный', phone],
    ['Почта', email],
  ].filter(([, value]) => value !== '');
  const written = told.map(([type = '', value = '']) =>
    element('Контакт', textElement('Тип', type, 100) + textElement('Значение', value, nameMax)),
  );
  return written.length === 0 ? '' : element('Контакты', written.join(''));
}

function addressIn(name: string, address: string): string {
  return address === '' ? '' : element(name, textElement('Представление', address, nameMax));
}

/** The schema holds numbers of 10 to 12 characters; anything else is no taxpayer number. */
function innXml(inn: string): string {
  return /^\d{10,12}$/.test(inn) ? element('ИНН', inn) : '';
}

/** Who stands behind a company: people read his name, 1C may make a contact person of him. */
function representative({ id, lastName, firstName, middleName }: SentParty): string {
  const name = [lastName, firstName, middleName].filter(Boolean).join(' ');
  if (name === '') return '';
  const person = [
    textElement('Ид', `${id}-1`, 40),
    textElement('Наименование', name, nameMax),
    textElement('ПолноеНаименование', name, nameMax),
    optionalText('Фамилия', lastName, nameMax),
    optionalText('Имя', firstName, nameMax),
    optionalText('Отчество', middleName, nameMax),
    element('Отношение', 'Контактное лицо'),
  ];
  return element('Представители', element('Представитель', person.join('')));
}

/** The buyer of an order. His role comes last, as the schemas have it. */
export function partyXml(party: SentParty): string {
  const own =
    party.kind === 'company'
      ? [textElement('ОфициальноеНаименование', party.name, nameMax), addressIn('ЮридическийАдрес', party.address), innXml(party.inn)]
      : [
          textElement('ПолноеНаименование', party.name, nameMax),
          optionalText('Фамилия', party.lastName, nameMax),
          optionalText('Имя', party.firstName, nameMax),
          optionalText('Отчество', party.middleName, nameMax),
          innXml(party.inn),
          addressIn('АдресРегистрации', party.address),
        ];
  const told = [
    textElement('Ид', party.id, 40),
    textElement('Наименование', party.name, nameMax),
    ...own,
    optionalText('Комментарий', party.comment, 3000),
    addressIn('Адрес', party.address),
    contacts(party),
    party.kind === 'company' ? representative(party) : '',
    element('Роль', 'Покупатель'),
  ];
  return element('Контрагент', told.join(''));
}
