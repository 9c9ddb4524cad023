import ICAL from 'ical.js';
import type { CardVersion } from './table';

/** What a card is made of; an empty text is nothing. */
export interface Contact {
  uid: string;
  lastName: string;
  firstName: string;
  middleName: string;
  company: string;
  phone: string;
  email: string;
  address: string;
  inn: string;
  comment: string;
  /** UTC epoch ms. */
  updatedAt: number;
}

type Property = [name: string, parameters: Record<string, string>, type: string, value: string | string[]];

/** Line breaks in the one spelling that is escaped. */
function oneSpelling(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function filled(name: string, value: string, parameters: Record<string, string> = {}, type = 'text'): Property[] {
  return value === '' ? [] : [[name, parameters, type, oneSpelling(value)]];
}

/**
 * A contact as vCard: 3.0 (RFC 2426), which most programs read, or 4.0 (RFC 6350). The address, which is one text here, stands
 * in the street; the taxpayer number in `X-INN`.
 */
export function vcardText(contact: Contact, version: CardVersion): string {
  const { lastName, firstName, middleName, company } = contact;
  const old = version === '3.0';
  const name = [lastName, firstName, middleName].filter(Boolean).join(' ') || company;
  const instant = `${new Date(contact.updatedAt).toISOString().slice(0, 19)}Z`;
  const properties: Property[] = [
    ['version', {}, 'text', version],
    ...filled('uid', contact.uid),
    ['fn', {}, 'text', oneSpelling(name)],
    ['n', {}, 'text', [lastName, firstName, middleName, '', ''].map(oneSpelling)],
    ...(company ? ([['org', {}, 'text', [oneSpelling(company)]]] as Property[]) : []),
    ...filled('tel', contact.phone, { type: old ? 'CELL' : 'cell' }, old ? 'phone-number' : 'text'),
    ...filled('email', contact.email, old ? { type: 'INTERNET' } : {}),
    ...(contact.address ? ([['adr', {}, 'text', ['', '', oneSpelling(contact.address), '', '', '', '']]] as Property[]) : []),
    ...filled('x-inn', contact.inn, {}, 'unknown'),
    ...filled('note', contact.comment),
    ['rev', {}, old ? 'date-time' : 'timestamp', instant],
  ];
  return ICAL.stringify(['vcard', properties, []]);
}
