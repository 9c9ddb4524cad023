import { z } from 'zod';
import { dayField, line, moneyField } from '../fields';
import { maxTotalMinor } from '../money';

export const paymentMethods = ['cash', 'card', 'bank', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Money received for an order; negative when it went back. */
export const paymentForm = z.object({
  day: dayField,
  amount: moneyField(maxTotalMinor, -maxTotalMinor).refine((amount) => amount !== 0, 'money'),
  method: z.enum(paymentMethods).default('bank'),
  note: line(300).default(''),
});

export interface PaymentInput {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Kopecks. */
  amount: number;
  method: PaymentMethod;
  note?: string;
  /** By what the system it comes from knows it. */
  external_key?: string;
}
