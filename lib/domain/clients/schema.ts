import { z } from 'zod';
import { line, lines } from '../fields';
import { parsePhone } from './phone';

/** As strict as people's addresses allow: one @, a domain with a dot, nothing that is no address character. */
const emailPattern = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/u;

export const emailField = line(100)
  .regex(emailPattern, 'email')
  .meta({ format: 'email', examples: ['ivanov@example.com'] });

const phone = line(50)
  .nullish()
  .transform((typed, ctx) => {
    if (typed === undefined) return undefined;
    if (!typed) return null;
    const number = parsePhone(typed);
    if (number) return number;
    ctx.addIssue({ code: 'custom', message: 'phone' });
    return z.NEVER;
  })
  .meta({ description: 'Any usual way of writing; stored as E.164', examples: ['+79001234567', '8 (900) 123-45-67'] });

const middleName = line(50)
  .nullish()
  .transform((name) => (name === undefined ? undefined : name || null));

/** Taxpayer number: 10 digits of a company or 12 of a person; empty when unknown. */
const inn = line(12).regex(/^(\d{10}|\d{12})?$/, 'inn');

/** The API's own, strict client: a person with a name and an e-mail. */
export const clientPerson = z.object({
  first_name: line(50, 1).meta({ examples: ['Иван'] }),
  last_name: line(50, 1).meta({ examples: ['Иванов'] }),
  middle_name: middleName.optional(),
  mobile_phone: phone.optional(),
  email: emailField,
});

/** What the API may edit: any part of a person. */
export const clientPersonPart = clientPerson.partial();

/** What the product itself keeps: also a company without a person or an e-mail. */
export const clientFields = z
  .object({
    first_name: line(50).default(''),
    last_name: line(50).default(''),
    middle_name: middleName.optional(),
    company: line(200).default(''),
    inn: inn.default(''),
    mobile_phone: phone.optional(),
    email: z
      .union([z.literal(''), emailField], { error: 'email' })
      .nullish()
      .transform((value) => value || null),
    address: line(300).default(''),
    comment: lines(2000).default(''),
  })
  .superRefine((client, ctx) => {
    if (!client.last_name && !client.company) ctx.addIssue({ code: 'custom', path: ['last_name'], message: 'name_or_company' });
  });

/** A client as the verbs take it; fields left out stay as they are. */
export interface ClientInput {
  first_name?: string;
  last_name?: string;
  middle_name?: string | null;
  company?: string;
  inn?: string;
  mobile_phone?: string | null;
  email?: string | null;
  address?: string;
  comment?: string;
}

export const clientSorts = [
  'id',
  'first_name',
  'last_name',
  'middle_name',
  'mobile_phone',
  'email',
  'company',
  'name',
  'created_at',
  'deleted_at',
] as const;
export type ClientSort = (typeof clientSorts)[number];

/** What the pages sort by besides: every column of the list. */
export const clientListSorts = [...clientSorts, 'inn', 'updated_at', 'orders', 'total', 'debt', 'last_order'] as const;
export type ClientListSort = (typeof clientListSorts)[number];
