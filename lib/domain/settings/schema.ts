import { z } from 'zod';
import { emailField } from '../clients/schema';
import { line } from '../fields';
import { isTimeZone } from '../period';
import { isInn } from './requisites';

/** Currencies of hundredths, as all amounts are kept; the rouble first. */
export const currencies = ['RUB', 'BYN', 'KZT', 'USD', 'EUR', 'CNY'] as const;

/** Bytes that a logo may have. */
export const maxLogoBytes = 1024 * 1024;

const digits = (many: number) => line(many).regex(new RegExp(`^(\\d{${many}})?$`), `digits_${many}`);

export const settingsForm = z.object({
  organisation: line(200),
  time_zone: line(60, 1).refine(isTimeZone, 'time_zone'),
  currency: z.enum(currencies).default('RUB'),
  inn: line(12)
    .refine((inn) => inn === '' || isInn(inn), 'inn_check')
    .default(''),
  kpp: line(9)
    .regex(/^(\d{4}[\dA-Z]{2}\d{3})?$/, 'kpp')
    .default(''),
  address: line(300).default(''),
  phone: line(100).default(''),
  email: z.union([z.literal(''), emailField], { error: 'email' }).default(''),
  bank: line(200).default(''),
  bik: digits(9).default(''),
  account: digits(20).default(''),
  correspondent_account: digits(20).default(''),
  director: line(150).default(''),
  accountant: line(150).default(''),
  pending_days: z.int().min(1).max(365).default(3),
});

/** Settings as the verbs take them; those left out stay as they are. */
export interface SettingsInput extends Partial<Omit<z.output<typeof settingsForm>, 'currency'>> {
  /** ISO 4217. */
  currency?: string;
  /** sha256 of a stored picture; empty for none. */
  logo?: string;
  /** 1 in the demonstration database. */
  demo?: 0 | 1;
}
