import { z } from 'zod';
import { idField } from '../fields';

export const printForms = ['invoice', 'waybill'] as const;
/** Счёт на оплату, or накладная. */
export type PrintForm = (typeof printForms)[number];

/** Orders in one printing. */
export const maxPrinted = 100;

/** Numbers of orders with commas between them, in their order, each once. */
export const printedIds = z
  .string()
  .max(4000)
  .regex(/^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/, 'order_numbers')
  .transform((text) => [...new Set(text.split(',').map(Number))])
  .pipe(z.array(idField).refine((ids) => ids.length <= maxPrinted, 'print_many'))
  .meta({ description: 'Order numbers with commas between them, at most 100', examples: ['12,15'] });
