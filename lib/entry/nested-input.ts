import { z } from 'zod';
import { formInput } from './form-values';

type Values = Record<string, string>;

const rowField = /^(\w+)\.(\d{1,4})\.(\w+)$/;

function isBlankRow(row: Values): boolean {
  return Object.entries(row).every(([name, text]) => text.trim() === '' || ['quantity', 'unit', 'vat_rate'].includes(name));
}

function rowsOf(values: Values): Map<string, Values[]> {
  const lists = new Map<string, Map<number, Values>>();
  for (const [key, text] of Object.entries(values)) {
    const [, list, index, name] = rowField.exec(key) ?? [];
    if (!list || !index || !name) continue;
    const rows = lists.get(list) ?? new Map<number, Values>();
    rows.set(Number(index), { ...rows.get(Number(index)), [name]: text });
    lists.set(list, rows);
  }
  return new Map([...lists].map(([list, rows]) => [list, [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)]));
}

/** The same values with blank rows left out and the others numbered from 0, so that errors name the rows shown. */
export function withoutBlankRows(values: Values): Values {
  const flat = Object.entries(values).filter(([key]) => !rowField.test(key));
  const rows = [...rowsOf(values)].flatMap(([list, all]) =>
    all
      .filter((row) => !isBlankRow(row))
      .flatMap((row, index) => Object.entries(row).map(([name, text]) => [`${list}.${index}.${name}`, text])),
  );
  return Object.fromEntries([...flat, ...rows]);
}

/** A blank that the field itself cannot take counts as left out: an optional date, a required name. */
function filled(schema: z.ZodObject, values: Values): [string, string][] {
  return Object.entries(values).filter(([name, text]) => text.trim() !== '' || z.safeParse(schema.shape[name] ?? z.never(), '').success);
}

function elementOf(schema: z.ZodObject, list: string): z.ZodObject | undefined {
  const field = schema.shape[list];
  return field instanceof z.ZodArray && field.element instanceof z.ZodObject ? field.element : undefined;
}

/** A page's form as the input of a schema: `items.0.product` becomes rows. */
export function nestedInput(schema: z.ZodObject, values: Values): Record<string, unknown> {
  const input = formInput(schema, filled(schema, values));
  for (const [list, rows] of rowsOf(values)) {
    const element = elementOf(schema, list);
    if (element) input[list] = rows.map((row) => formInput(element, filled(element, row)));
  }
  return input;
}
