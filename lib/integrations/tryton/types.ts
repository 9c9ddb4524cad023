import { z } from 'zod';
import { line } from '@/lib/domain/fields';
import { syncForm, syncSettings } from '../sync/settings';

/** What a connection with Tryton is set up by; the password is its secret. */
export const trytonSettings = z.object({
  address: z
    .url({ protocol: /^https?$/, error: 'url' })
    .max(300)
    .transform((url) => url.replace(/\/+$/, '')),
  database: line(63, 1).regex(/^[\w-]+$/, 'database_name'),
  login: line(100, 1),
  ...syncSettings,
});
export type TrytonSettings = z.output<typeof trytonSettings>;
export type SyncMapping = NonNullable<TrytonSettings['mapping']>;

export const trytonForm = ['address', 'database', 'login', ...syncForm] as const;

/** An exact number as JSON-RPC has it. */
export const decimal = z.object({ __class__: z.literal('Decimal'), decimal: z.string() }).transform((value) => value.decimal);

/** A UTC moment as JSON-RPC has it; epoch ms. */
export const moment = z
  .object({
    __class__: z.literal('datetime'),
    year: z.int(),
    month: z.int(),
    day: z.int(),
    hour: z.int(),
    minute: z.int(),
    second: z.int(),
    microsecond: z.int(),
  })
  .transform((at) => Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second, Math.floor(at.microsecond / 1000)));

/** On SQLite it is 0 or 1. */
const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const recorded = { id: z.int(), _timestamp: z.string(), create_date: moment.nullable(), write_date: moment.nullable() };
const identifier = z.object({ id: z.int(), type: text, code: text });

export const party = z.object({
  ...recorded,
  name: text,
  code: text,
  active: flag,
  'identifiers.': z.array(identifier),
  'contact_mechanisms.': z.array(z.object({ id: z.int(), type: text, value: text })),
  'addresses.': z.array(z.object({ id: z.int(), street: text, city: text, postal_code: text })),
});
export type Party = z.output<typeof party>;

export const product = z.object({
  ...recorded,
  name: text,
  code: text,
  active: flag,
  template: z.int(),
  list_price: decimal.nullable(),
  default_uom: z.int(),
  suffix_code: text,
  'identifiers.': z.array(z.object({ id: z.int(), code: text })),
  'template.': z.object({ id: z.int(), _timestamp: z.string(), write_date: moment.nullable() }),
});
export type Product = z.output<typeof product>;

export const saleLine = z.object({
  id: z.int(),
  type: text,
  description: text,
  quantity: z.number().nullable(),
  amount: decimal.nullable(),
  product: z.int().nullable(),
  'product.': z.object({ name: text }).nullable(),
});

export const sale = z.object({
  ...recorded,
  number: text,
  reference: text,
  state: z.string(),
  party: z.int(),
  comment: text,
  create_uid: z.int().nullish(),
  'lines.': z.array(saleLine),
});
export type Sale = z.output<typeof sale>;

export const uom = z.object({ id: z.int(), name: text, symbol: text, digits: z.int() });
export type Uom = z.output<typeof uom>;

/** What is asked for of each model: other records by a point. */
const times = ['_timestamp', 'create_date', 'write_date'];
export const fieldsOf = {
  party: [
    ...times,
    ...['name', 'code', 'active', 'identifiers.type', 'identifiers.code', 'contact_mechanisms.type', 'contact_mechanisms.value'],
    ...['addresses.street', 'addresses.city', 'addresses.postal_code'],
  ],
  product: [
    ...times,
    ...['name', 'code', 'active', 'template', 'list_price', 'default_uom', 'suffix_code', 'identifiers.code'],
    ...['template._timestamp', 'template.write_date'],
  ],
  sale: [
    ...times,
    ...[
      'number',
      'reference',
      'state',
      'party',
      'comment',
      'create_uid',
      'lines.type',
      'lines.description',
      'lines.quantity',
      'lines.amount',
    ],
    ...['lines.product', 'lines.product.name'],
  ],
} as const;

/** Its states of a sale, and what they are here unless somebody maps them otherwise. */
export const saleStates = {
  draft: 'Pending',
  quotation: 'Pending',
  confirmed: 'Completed',
  processing: 'Completed',
  done: 'Completed',
  cancelled: 'Cancelled',
} as const;

/** The buttons that lead from one state to another. */
export const saleButtons: Record<string, Record<string, readonly string[]>> = {
  draft: { quotation: ['quote'], confirmed: ['quote', 'confirm'], cancelled: ['cancel'] },
  quotation: { draft: ['draft'], confirmed: ['confirm'], cancelled: ['cancel'] },
  confirmed: { draft: ['draft'], cancelled: ['draft', 'cancel'], quotation: ['draft', 'quote'] },
  cancelled: { draft: ['draft'], quotation: ['draft', 'quote'], confirmed: ['draft', 'quote', 'confirm'] },
};
