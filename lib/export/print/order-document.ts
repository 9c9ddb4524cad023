import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { FullOrder } from '@/db/queries/orders';
import { formalName } from '@/lib/domain/clients/client-name';
import { orderTotal } from '@/lib/domain/orders/order-total';
import type { PrintForm } from '@/lib/domain/print/schema';
import { sumInWords } from '@/lib/domain/print/sum-in-words';
import type { PrintWords } from '../../i18n/print-words';
import { type DocumentTable, orderTable } from './order-table';
import type { PrintContext } from './print-context';
import { type BankDetails, bankDetails, type Requisite, requisitesMissing } from './requisites';

export interface DocumentSignature {
  role: string;
  /** Empty: to be written by hand. */
  name: string;
}

/** One printed order as words and rows, the same on paper and in a PDF. */
export interface OrderDocument {
  orderId: number;
  form: PrintForm;
  title: string;
  bank?: BankDetails;
  /** Who sells and who buys. */
  parties: { label: string; text: string }[];
  table: DocumentTable;
  /** Under the table: how many things for how much, and until when to pay. */
  count: string;
  /** The sum in words; undefined for a currency without words. */
  words: string | undefined;
  payUntil: string | undefined;
  signatures: DocumentSignature[];
  missing: Requisite[];
}

interface Party {
  name: string;
  inn: string;
  kpp?: string;
  address: string;
  phone: string;
}

function phoneText(phone: string): string {
  return parsePhoneNumberFromString(phone, 'RU')?.formatInternational().replaceAll(' ', '\u00a0') ?? phone;
}

function partyText({ name, inn, kpp, address, phone }: Party, words: PrintWords): string {
  return [
    name,
    inn && words('inn', { inn }),
    kpp && words('kpp', { kpp }),
    address.replace(/\s+/g, ' ').trim(),
    phone && words('phone', { phone: phoneText(phone) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function partiesOf({ order, client }: FullOrder, form: PrintForm, { settings, words }: PrintContext) {
  const seller = partyText({ ...settings, name: settings.organisation }, words);
  const person = formalName(client);
  const name = client.company && person !== client.company ? `${client.company}, ${person}` : person;
  const buyer = partyText({ ...client, name, phone: client.mobilePhone ?? '' }, words);
  const invoice = form === 'invoice';
  return [
    { label: words(invoice ? 'party.supplier' : 'party.sender'), text: seller },
    { label: words(invoice ? 'party.buyer' : 'party.receiver'), text: buyer },
    { label: words('party.basis'), text: words('order', { id: String(order.id) }) },
  ].filter(({ text }) => text !== '');
}

function signaturesOf(form: PrintForm, { settings, words }: PrintContext): DocumentSignature[] {
  if (form === 'waybill')
    return [
      { role: words('signatures.released'), name: '' },
      { role: words('signatures.received'), name: '' },
    ];
  return [
    { role: words('signatures.director'), name: settings.director },
    { role: words('signatures.accountant'), name: settings.accountant },
  ];
}

/** An order as an invoice or a waybill. Its totals are sums over its lines, to the kopeck. */
export function orderDocument(full: FullOrder, form: PrintForm, context: PrintContext): OrderDocument {
  const { order, lines } = full;
  const { settings, format, words } = context;
  const totalMinor = orderTotal(lines);
  return {
    orderId: order.id,
    form,
    title: words(`title.${form}`, { id: String(order.id), day: format.longDay(order.businessDay) }),
    bank: form === 'invoice' ? bankDetails(settings, words) : undefined,
    parties: partiesOf(full, form, context),
    table: orderTable(lines, form, context),
    count: words(`count.${form}`, { n: lines.length, sum: format.money(totalMinor) }),
    words: sumInWords(totalMinor, format),
    payUntil: form === 'invoice' && order.dueDay ? words('payUntil', { day: format.longDay(order.dueDay) }) : undefined,
    signatures: signaturesOf(form, context),
    missing: requisitesMissing(settings, form),
  };
}
