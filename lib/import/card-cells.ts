import ICAL from 'ical.js';

/** The columns that cards are read as, headed so that the columns of a spreadsheet of clients are known by the same words. */
export const cardHeadings = [
  'Фамилия (N)',
  'Имя (N)',
  'Отчество (N)',
  'ФИО (FN)',
  'Компания (ORG)',
  'Телефон (TEL)',
  'Другие телефоны (TEL)',
  'E-mail (EMAIL)',
  'Другие e-mail (EMAIL)',
  'Адрес (ADR)',
  'ИНН (X-INN)',
  'Комментарий (NOTE)',
] as const;

type Values = string | string[] | (string | string[])[];

/** The parts of a structured value; a part may be several texts. */
function partsOf(property: ICAL.Property | null): string[] {
  const value = (property?.getFirstValue() ?? '') as Values;
  return [value].flat().map((part) => [part].flat().join(', ').trim());
}

function texts(card: ICAL.Component, name: string): ICAL.Property[] {
  return card.getAllProperties(name).filter((property) => partsOf(property).join('') !== '');
}

function isMobile(property: ICAL.Property): boolean {
  return [property.getParameter('type') ?? []].flat().some((type) => /^(cell|mobile|iphone)$/i.test(String(type)));
}

/** A telephone number that version 4 writes as an address: `tel:+7…;ext=5`. */
function phoneOf(property: ICAL.Property): string {
  return partsOf(property)
    .join(';')
    .replace(/^tel:/i, '')
    .replace(/;ext=.*$/i, '');
}

/** An address in the order in which it is read: from the house to the country; the street may hold all of it. */
function addressOf(property: ICAL.Property | undefined): string {
  const [box, extended, street, town, region, postcode, country] = property ? partsOf(property) : [];
  return [postcode, country, region, town, street, extended, box].filter(Boolean).join(', ');
}

/** A card (its lines in the spelling of 3.0) as the cells under `cardHeadings`. Throws what ical.js throws of a broken one. */
export function cardCells(lines: readonly string[]): string[] {
  const card = new ICAL.Component(ICAL.parse(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')) as unknown[]);
  const [last = '', first = '', middle = ''] = partsOf(card.getFirstProperty('n'));
  const company = partsOf(card.getFirstProperty('org')).filter(Boolean).join(', ');
  const whole = partsOf(card.getFirstProperty('fn')).join(', ');
  const named = [last, first, middle].some(Boolean);
  const phones = texts(card, 'tel');
  const phone = phones.find(isMobile) ?? phones[0];
  const [mail, ...mails] = texts(card, 'email').map((property) => partsOf(property).join(', '));
  return [
    last,
    first,
    middle,
    named || whole === company ? '' : whole,
    company,
    phone ? phoneOf(phone) : '',
    phones
      .filter((other) => other !== phone)
      .map(phoneOf)
      .join(', '),
    mail ?? '',
    mails.join(', '),
    addressOf(texts(card, 'adr')[0]),
    partsOf(card.getFirstProperty('x-inn')).join(''),
    texts(card, 'note')
      .map((property) => partsOf(property).join(', '))
      .join('\n'),
  ];
}
