import { parseDayText } from '@/lib/import/day-text';
import { parseNumberText } from '@/lib/import/number-text';
import { isDomainError } from '../errors';
import { type LineValues, linesFromItems } from '../orders/order-lines';
import { type ItemInput, maxItems, type OrderInput, type OrderStatus, orderForm, orderItem } from '../orders/schema';
import { fieldIssues } from '../validate';
import type { CellProblem, ImportMapping, RowCells } from './schema';
import { parseVat } from './vat-text';

/** Fields of the lines of an order; all others are those of the order. */
export const lineNames = ['product', 'sku', 'quantity', 'unit', 'price', 'discount', 'vat_rate'] as const;

/** What a status is called, as it is compared: lower case, ё as е. */
const statusWords: Record<string, OrderStatus> = {
  pending: 'Pending',
  ожидает: 'Pending',
  новый: 'Pending',
  'в работе': 'Pending',
  completed: 'Completed',
  done: 'Completed',
  выполнен: 'Completed',
  завершен: 'Completed',
  закрыт: 'Completed',
  cancelled: 'Cancelled',
  canceled: 'Cancelled',
  отменен: 'Cancelled',
  отмена: 'Cancelled',
};

/** What a row of the file says about an order, beside whose it is. */
export interface OrderValues {
  input: Pick<OrderInput, 'status' | 'description' | 'due_day' | 'external_no' | 'items'>;
  /** When it was made: a day, or a moment on the organisation's clock, as `parseDayText` gives it. */
  madeAt?: string;
  problems: CellProblem[];
}

function problemsOf(field: string, error: Parameters<typeof fieldIssues>[0], line?: number): CellProblem[] {
  return Object.values(fieldIssues(error)).flatMap((issues) =>
    issues.map(({ rule, values }) => ({
      field,
      rule,
      ...(values ? { params: values } : {}),
      ...(line === undefined ? {} : { line }),
    })),
  );
}

/** The day of a text; the time behind it is left out. */
function dayOf(text: string): string | undefined {
  return parseDayText(text)?.slice(0, 10);
}

/** The fields that the file says something about: an empty cell does only where it `clears`. */
function parseFields({ fields }: RowCells, clears: boolean): OrderValues {
  const input: OrderValues['input'] = {};
  const problems: CellProblem[] = [];
  const said = (name: string) => (fields[name] !== undefined && (clears || fields[name].trim() !== '') ? fields[name].trim() : undefined);
  const status = said('status');
  if (status) {
    const known = statusWords[status.toLowerCase().replaceAll('ё', 'е')];
    if (known) input.status = known;
    else problems.push({ field: 'status', rule: 'import_status' });
  }
  const due = said('due_day');
  if (due !== undefined) {
    const day = due === '' ? null : dayOf(due);
    if (day === undefined) problems.push({ field: 'due_day', rule: 'day' });
    else input.due_day = day;
  }
  if (said('description') !== undefined) {
    // Of several lines, and kept as they are.
    const parsed = orderForm.shape.description.safeParse(fields.description);
    if (parsed.success) input.description = parsed.data;
    else problems.push(...problemsOf('description', parsed.error.issues));
  }
  const externalNo = said('external_no');
  if (externalNo !== undefined) {
    const parsed = orderItem.shape.sku.safeParse(externalNo);
    if (parsed.success) input.external_no = parsed.data || null;
    else problems.push(...problemsOf('external_no', parsed.error.issues));
  }
  const made = fields.created_at?.trim();
  const madeAt = made ? parseDayText(made) : undefined;
  if (madeAt === null) problems.push({ field: 'created_at', rule: 'day' });
  return { input, problems, ...(madeAt ? { madeAt } : {}) };
}

type Line = NonNullable<RowCells['lines']>[number];

/** A line as the form takes it: what has no column is kept from the line it continues, or is what a new line has. */
function parseLine({ rowNo, fields }: Line, before: readonly LineValues[]): { item?: ItemInput; problems: CellProblem[] } {
  const product = fields.product?.trim() ?? '';
  const kept = before.find((line) => line.product === product);
  const number = (name: string) => {
    const text = fields[name]?.trim();
    return text ? (parseNumberText(text) ?? text) : undefined;
  };
  const vat = fields.vat_rate === undefined ? undefined : parseVat(fields.vat_rate);
  const problems: CellProblem[] =
    fields.vat_rate !== undefined && vat === undefined ? [{ field: 'vat_rate', rule: 'import_vat', line: rowNo }] : [];
  const parsed = orderItem.safeParse(
    {
      product,
      sku: fields.sku?.trim(),
      unit: fields.unit?.trim(),
      quantity: number('quantity') ?? (kept ? kept.quantityMilli / 1000 : 1),
      price: number('price') ?? (kept && fields.price === undefined ? kept.priceMinor / 100 : undefined),
      discount: number('discount') ?? 0,
      vat_rate: vat,
    },
    { reportInput: true },
  );
  if (!parsed.success) {
    for (const name of lineNames) {
      const issues = parsed.error.issues.filter(({ path }) => path[0] === name);
      if (issues.length > 0)
        problems.push(
          ...problemsOf(
            name,
            issues.map((issue) => ({ ...issue, path: [] })),
            rowNo,
          ),
        );
    }
    return { problems };
  }
  const { sku, unit, discount, vat_rate, ...item } = parsed.data;
  return {
    item: {
      ...item,
      ...(fields.sku === undefined ? {} : { sku }),
      ...(fields.unit === undefined ? {} : { unit }),
      ...(fields.discount === undefined ? {} : { discount }),
      ...(fields.vat_rate === undefined ? {} : { vat_rate }),
    },
    problems,
  };
}

/** Rules over the lines together – what they come to, their discounts – told at the rows they are broken in. */
function amountProblems(items: readonly ItemInput[], lines: readonly Line[], before: readonly LineValues[]): CellProblem[] {
  try {
    linesFromItems(items, before);
    return [];
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return Object.entries(error.details.fields ?? {}).flatMap(([path, issues]) => {
      const [, at, field = 'price'] = /^items\.(\d+)\.(\w+)$/.exec(path) ?? [];
      const line = at === undefined ? lines[0] : lines[Number(at)];
      return issues.map(({ rule, values }) => ({ field, rule, ...(values ? { params: values } : {}), line: line?.rowNo ?? 0 }));
    });
  }
}

function isBlank({ fields }: Line): boolean {
  return lineNames.every((name) => !fields[name]?.trim());
}

/**
 * What a record of the file says about an order: a new one, or one whose lines are `before`. Its lines are meant all together;
 * without a column for products they are not spoken of.
 */
export function orderValues(cells: RowCells, { columns }: ImportMapping, clears: boolean, before?: readonly LineValues[]): OrderValues {
  const values = parseFields(cells, clears);
  const lines = (columns.includes('product') ? (cells.lines ?? []) : []).filter((line) => !isBlank(line));
  if (lines.length === 0) {
    return before ? values : { ...values, problems: [...values.problems, { field: 'product', rule: 'required' }] };
  }
  if (lines.length > maxItems)
    return { ...values, problems: [...values.problems, { field: 'product', rule: 'too_long', params: { max: maxItems } }] };
  const parsed = lines.map((line) => parseLine(line, before ?? []));
  const problems = parsed.flatMap((line) => line.problems);
  const items = parsed.flatMap(({ item }) => item ?? []);
  const whole = problems.length === 0 ? amountProblems(items, lines, before ?? []) : [];
  return { ...values, input: { ...values.input, items }, problems: [...values.problems, ...problems, ...whole] };
}
