import { parsePhone } from '@/lib/domain/clients/phone';
import { emailField } from '@/lib/domain/clients/schema';
import { type Exchanged, noWord, type Shared } from '@/lib/domain/exchange/schema';
import { type Json, type JsonRecord, recordsIn } from '@/lib/domain/journal/fields';
import { formatMilli, formatMinor, parseDecimal } from '@/lib/domain/money';
import type { Remote } from '../sync/peer';
import { type Party, type Product, type Sale, type SyncMapping, saleStates, type Uom } from './types';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** Letters of a line's name that both sides keep. */
const longestName = 255;
/** Decimal places of a quantity on a line without a unit. */
const quantityStep = 10;

/** One line of text, single spaces. */
export function oneLine(value: unknown, longest = longestName): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest).trim() : '';
}

function severalLines(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** A decimal of any precision in kopecks, half up; undefined when it is none. */
export function toMinor(text: string | null): number | null {
  if (text === null) return null;
  const [whole = '', fraction = ''] = text.split('.');
  const cut = parseDecimal(`${whole}.${fraction.padEnd(3, '0').slice(0, 3)}`, 3);
  return cut === undefined ? null : Math.sign(cut) * Math.floor((Math.abs(cut) + 5) / 10);
}

/** Its units by our names for them; others go by their symbols. */
const unitNames: Record<string, string> = {
  u: 'шт',
  kg: 'кг',
  g: 'г',
  l: 'л',
  m: 'м',
  cm: 'см',
  mm: 'мм',
  'm²': 'м²',
  'm³': 'м³',
  h: 'ч',
  d: 'дн',
};

export function unitName({ symbol, name }: Uom): string {
  return unitNames[symbol] ?? (symbol || name);
}

/** The unit there for a unit of ours: by its name here, by its own name or symbol, else pieces. */
export function unitFor(units: readonly Uom[], ours: string): Uom | undefined {
  const text = ours.toLowerCase().replace(/\.$/, '');
  const named = units.find((unit) => [unitName(unit), unit.symbol, unit.name].some((name) => name.toLowerCase() === text));
  return named ?? units.find(({ symbol }) => symbol === 'u') ?? units[0];
}

/**
 * The price of a unit, in ten-thousandths of a rouble, at which a quantity comes to a total to the kopeck as Tryton rounds;
 * undefined when four places do not suffice.
 */
export function exactUnitPrice(quantityMilli: number, totalMinor: number): bigint | undefined {
  const [quantity, kopeck] = [BigInt(quantityMilli), 100_000n];
  const wanted = BigInt(totalMinor) * kopeck;
  const price = (2n * wanted + quantity) / (2n * quantity);
  const miss = quantity * price - wanted;
  return 2n * (miss < 0n ? -miss : miss) < kopeck ? price : undefined;
}

/** A line as it can stand there: where no unit price comes to its total, or the quantity is too fine, it is one piece at that total. */
function fitLine(line: JsonRecord): JsonRecord {
  const [quantity, total] = [Number(line.quantity), Number(line.total)];
  const isExact = quantity % quantityStep === 0 && exactUnitPrice(quantity, total) !== undefined;
  const ref = line.ref ?? null;
  if (isExact) return { product: oneLine(line.product), quantity, total, ref };
  const tail = ` (${formatMilli(quantity)} ${oneLine(line.unit, 20) || 'шт'})`;
  return { product: oneLine(`${oneLine(line.product, longestName - tail.length)}${tail}`), quantity: 1000, total, ref: null };
}

/** A record of ours as it would come back from Tryton. */
export function fitToTryton(entity: Exchanged, values: Shared, units: readonly Uom[]): Shared {
  switch (entity) {
    case 'client':
      return {
        name: oneLine(values.name),
        inn: values.inn ?? '',
        mobile_phone: values.mobile_phone ?? null,
        email: values.email ?? null,
        address: oneLine(values.address, 300),
        deleted: values.deleted ?? false,
      };
    case 'product': {
      const unit = unitFor(units, String(values.unit ?? ''));
      return {
        name: oneLine(values.name),
        sku: oneLine(values.sku, 60),
        unit: unit ? unitName(unit) : '',
        price: values.price ?? null,
        deleted: values.deleted ?? false,
      };
    }
    case 'order':
      return {
        number: values.number ?? null,
        client: values.client ?? null,
        // There is no bin for sales: one of ours in the bin is a cancelled one there.
        status: values.deleted === true ? 'Cancelled' : (values.status ?? null),
        description: severalLines(values.description),
        items: recordsIn(values.items).map(fitLine),
      };
  }
}

function recordOf(
  { id, _timestamp, create_date, write_date }: Party | Product | Sale,
  skewMs: number,
): Pick<Remote, 'id' | 'version' | 'updatedAt'> {
  const at = Math.max(create_date ?? 0, write_date ?? 0);
  return { id: String(id), version: _timestamp, updatedAt: at === 0 ? null : at - skewMs };
}

/** What of a party's contacts is the client's telephone, and what his e-mail. */
export function contactsOf({ 'contact_mechanisms.': all }: Party) {
  const phones = all.filter(({ type }) => type === 'mobile' || type === 'phone');
  const readable = phones.filter(({ value }) => parsePhone(value) !== undefined);
  const emails = all.filter(({ type }) => type === 'email');
  return {
    phone: readable.find(({ type }) => type === 'mobile') ?? readable[0] ?? phones[0],
    email: emails.find(({ value }) => emailField.safeParse(value).success) ?? emails[0],
  };
}

/** The INN among a party's identifiers, whatever type it was given. */
export function innOf({ 'identifiers.': all }: Party) {
  return all.find(({ type }) => type === 'ru_inn') ?? all.find(({ type, code }) => type === '' && /^(\d{10}|\d{12})$/.test(code));
}

export function readParty(party: Party, skewMs: number): Remote {
  const { phone, email } = contactsOf(party);
  const [address] = party['addresses.'];
  const values: Record<string, Json> = {
    name: oneLine(party.name),
    inn: innOf(party)?.code ?? '',
    address: oneLine(
      address ? [address.postal_code, address.city, address.street.replaceAll('\n', ', ')].filter(Boolean).join(', ') : '',
      300,
    ),
    deleted: !party.active,
  };
  const unmapped = [];
  const number = phone && parsePhone(phone.value);
  if (phone && !number) unmapped.push({ field: 'mobile_phone', value: phone.value });
  else values.mobile_phone = number ?? null;
  if (email && !emailField.safeParse(email.value).success) unmapped.push({ field: 'email', value: email.value });
  else values.email = email?.value.trim() ?? null;
  const uid = party['identifiers.'].find(({ type, code }) => type === '' && uuid.test(code))?.code;
  return { ...recordOf(party, skewMs), values, unmapped, uid, told: { number: party.code } };
}

export function readProduct(product: Product, units: readonly Uom[], skewMs: number): Remote {
  const unit = units.find(({ id }) => id === product.default_uom);
  const template = product['template.'];
  return {
    ...recordOf({ ...product, write_date: Math.max(product.write_date ?? 0, template.write_date ?? 0) || null }, skewMs),
    version: JSON.stringify([product._timestamp, template._timestamp]),
    values: {
      name: oneLine(product.name),
      sku: oneLine(product.code, 60),
      unit: unit ? unitName(unit) : '',
      price: toMinor(product.list_price),
      deleted: !product.active,
    },
    uid: product['identifiers.'].find(({ code }) => uuid.test(code))?.code,
  };
}

/** Our status for a state of a sale; undefined where there is none, or shall be none. */
export function statusOf(state: string, mapping: SyncMapping): string | undefined {
  const known: Record<string, string> = saleStates;
  const mapped = mapping.status?.[state] ?? known[state];
  return mapped === noWord ? undefined : mapped;
}

/** The state of a sale for a status of ours: the earliest one that is mapped to it and that a button leads to. */
export function stateFor(status: string, mapping: SyncMapping): string | undefined {
  return ['draft', 'quotation', 'confirmed', 'cancelled'].find((state) => statusOf(state, mapping) === status);
}

export function readSale(sale: Sale, mapping: SyncMapping, skewMs: number): Remote {
  const items = sale['lines.']
    .filter(({ type, quantity }) => type === 'line' && (quantity ?? 0) > 0)
    .map((line) => ({
      product: oneLine(line.description) || oneLine(line['product.']?.name) || '—',
      quantity: Math.round((line.quantity ?? 0) * 1000),
      total: toMinor(line.amount) ?? 0,
      ref: line.product === null ? null : String(line.product),
    }));
  const status = statusOf(sale.state, mapping);
  return {
    ...recordOf(sale, skewMs),
    values: { client: String(sale.party), ...(status === undefined ? {} : { status }), description: severalLines(sale.comment), items },
    unmapped: status === undefined ? [{ field: 'status', value: sale.state }] : [],
    uid: uuid.exec(sale.reference)?.[0],
    author: sale.create_uid == null ? undefined : String(sale.create_uid),
    told: { number: sale.number || sale.reference || `Tryton ${sale.id}`, state: sale.state },
  };
}

/** Kopecks as JSON-RPC has exact numbers; null stays null. */
export function decimalOf(minor: Json): { __class__: 'Decimal'; decimal: string } | null {
  return typeof minor === 'number' ? { __class__: 'Decimal', decimal: formatMinor(minor) } : null;
}
