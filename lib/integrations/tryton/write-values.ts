import type { Shared } from '@/lib/domain/exchange/schema';
import { recordsIn } from '@/lib/domain/journal/fields';
import { contactsOf, decimalOf, exactUnitPrice, innOf } from './map';
import type { Value } from './talk';
import type { Party, Sale, Uom } from './types';

const tenWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether the check digits of an INN are right: Tryton refuses others under that type. */
function isValidInn(inn: string): boolean {
  const digits = [...inn].map(Number);
  const check = (weights: readonly number[]) => (weights.reduce((sum, weight, n) => sum + weight * (digits[n] ?? 0), 0) % 11) % 10;
  if (inn.length === 10) return check(tenWeights) === digits[9];
  return inn.length === 12 && check([7, ...tenWeights]) === digits[10] && check([3, 7, ...tenWeights]) === digits[11];
}

/** Of a list inside a record: change one, add one, or take one away. */
function putOne(known: { id: number } | undefined, values: Record<string, Value> | undefined): Value[] {
  if (known && values) return [['write', [known.id], values]];
  if (known) return [['delete', [known.id]]];
  return values ? [['create', [values]]] : [];
}

/** A party's values for a patch of a client: what is not in the patch stays. */
export function partyValues(patch: Shared, before?: Party, uid?: string): Record<string, Value> {
  const values: Record<string, Value> = {};
  const { phone, email } = before ? contactsOf(before) : { phone: undefined, email: undefined };
  if ('name' in patch) values.name = String(patch.name ?? '');
  if ('deleted' in patch) values.active = patch.deleted !== true;
  const contacts: Value[] = [];
  if ('mobile_phone' in patch) {
    const told = patch.mobile_phone ? { type: phone && before ? phone.type : 'mobile', value: String(patch.mobile_phone) } : undefined;
    contacts.push(...putOne(phone, told));
  }
  if ('email' in patch) contacts.push(...putOne(email, patch.email ? { type: 'email', value: String(patch.email) } : undefined));
  if (contacts.length > 0) values.contact_mechanisms = contacts;
  const identifiers: Value[] = [];
  if ('inn' in patch) {
    const code = String(patch.inn ?? '');
    identifiers.push(...putOne(before && innOf(before), code ? { type: isValidInn(code) ? 'ru_inn' : null, code } : undefined));
  }
  if (uid !== undefined) identifiers.push(['create', [{ type: null, code: uid }]]);
  if (identifiers.length > 0) values.identifiers = identifiers;
  if ('address' in patch || !before) {
    const [known] = before?.['addresses.'] ?? [];
    // A sale needs the address of its party, be it empty.
    values.addresses = putOne(known, { street: String(patch.address ?? ''), ...(known ? { city: null, postal_code: null } : {}) });
  }
  return values;
}

/** What a product of theirs is sold in. */
export interface SoldIn {
  id: number;
  unit: Uom | undefined;
}

/** Lines of a sale for those of an order: a line of the same product is changed, so that what else it holds stays. */
export function lineValues(patch: Shared, before: Sale | undefined, sold: ReadonlyMap<string, SoldIn>): Value[] {
  const left = (before?.['lines.'] ?? []).filter(({ type }) => type === 'line');
  const lines: { id: number | undefined; values: Record<string, Value> }[] = [];
  for (const item of recordsIn(patch.items)) {
    const [quantity, total] = [Number(item.quantity), Number(item.total)];
    const price = exactUnitPrice(quantity, total) ?? 0n;
    const digits = String(price).padStart(5, '0');
    const { id, unit } = sold.get(String(item.ref)) ?? { id: null, unit: undefined };
    // A quantity finer than the unit of the product allows stands on a line by name alone.
    const fits = unit !== undefined && (quantity * 10 ** unit.digits) % 1000 === 0;
    const values: Record<string, Value> = {
      type: 'line',
      description: String(item.product),
      quantity: quantity / 1000,
      unit_price: { __class__: 'Decimal', decimal: `${digits.slice(0, -4)}.${digits.slice(-4)}` },
      product: fits ? id : null,
      unit: fits ? unit.id : null,
    };
    const known = left.findIndex(({ description }) => description === item.product);
    const [kept] = known === -1 ? [] : left.splice(known, 1);
    lines.push({ id: kept?.id, values });
  }
  const commands = lines.map(({ id, values }, n): Value => {
    const placed = isInOrder(lines) ? { ...values, sequence: null } : { ...values, sequence: n + 1 };
    return id === undefined ? ['create', [placed]] : ['write', [id], placed];
  });
  if (left.length > 0) commands.push(['delete', left.map(({ id }) => id)]);
  return commands;
}

/** Lines without a number stand in the order in which they were made; with numbers, those that people add would come first. */
function isInOrder(lines: readonly { id: number | undefined }[]): boolean {
  return lines.every(({ id = Number.POSITIVE_INFINITY }, n) => n === 0 || (lines[n - 1]?.id ?? Number.POSITIVE_INFINITY) <= id);
}

/** Values of a template for a patch of a product; the article stands on the product itself. */
export function templateValues(patch: Shared, unit: Uom | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  if ('name' in patch) values.name = String(patch.name ?? '');
  if ('price' in patch) values.list_price = decimalOf(patch.price ?? null);
  if ('unit' in patch && unit) values.default_uom = unit.id;
  if ('unit' in patch && unit) values.sale_uom = unit.id;
  return values;
}
