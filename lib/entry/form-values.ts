import { z } from 'zod';
import { plainDecimal } from '@/lib/domain/money';

/** The schema a wrapper (optional, nullable, default, pipe) stands around. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  if ('innerType' in def) return inner(def.innerType as z.core.$ZodType);
  if (def.type === 'pipe') return inner((def as z.core.$ZodPipeDef).in);
  return schema;
}

/** `lib/domain/fields.ts` writes every decimal as "a string or a number". */
function isDecimal(union: z.core.$ZodUnion): boolean {
  return union._zod.def.options.some((option) => option._zod.def.type === 'number');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a form's text stands for where a schema wants a number, a truth value or a list; anything else stays text. */
function formValue(schema: z.core.$ZodType, text: string): unknown {
  const field = inner(schema);
  switch (field._zod.def.type) {
    case 'union':
      return isDecimal(field as z.core.$ZodUnion) ? plainDecimal(text) : text;
    case 'number':
    case 'int':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : /^-?\d{1,15}\.0+$/.test(text) ? Number.parseInt(text, 10) : text;
    case 'boolean':
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
    case 'array':
      return parseJson(text);
    default:
      return text;
  }
}

/**
 * A form or query string, where every value is text, as the input of a schema that is also used for JSON:
 * texts become numbers only where the schema has a number. Fields the schema does not know are dropped.
 */
export function formInput(schema: z.ZodType, values: Iterable<readonly [string, string]>): Record<string, unknown> {
  const object = inner(schema);
  const shape = object instanceof z.ZodObject ? object.shape : {};
  const input: Record<string, unknown> = {};
  for (const [name, text] of values) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field) input[name] = formValue(field, text);
  }
  return input;
}
