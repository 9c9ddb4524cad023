import type { OrderLineRow } from '@/db/queries/orders';
import { DomainError, type FieldIssues, fieldError } from '../errors';
import { maxTotalMinor } from '../money';
import { lineGross, lineTotal, orderTotal } from './order-total';
import type { ItemInput } from './schema';

export type LineValues = Omit<OrderLineRow, 'id' | 'orderId' | 'productId'>;

/** The line that an input line continues: same place and name, else the same name. */
function previousLine(before: readonly LineValues[], item: ItemInput, index: number): LineValues | undefined {
  const same = (line: LineValues | undefined) => line?.product === item.product;
  return same(before[index]) ? before[index] : before.find(same);
}

/**
 * Input lines with their totals. What an input leaves out (article, unit, discount, VAT) is kept from the line
 * it continues, so that a program which knows product, quantity and price alone destroys nothing.
 */
export function linesFromItems(items: readonly ItemInput[], before: readonly LineValues[] = []): LineValues[] {
  const lines = items.map((item, index) => {
    const kept = previousLine(before, item, index);
    const amounts = {
      quantityMilli: item.quantity,
      priceMinor: item.price,
      discountMinor: item.discount ?? kept?.discountMinor ?? 0,
    };
    return {
      position: index + 1,
      product: item.product,
      sku: item.sku ?? kept?.sku ?? '',
      unit: item.unit ?? kept?.unit ?? '',
      vatRate: item.vat_rate === undefined ? (kept?.vatRate ?? null) : item.vat_rate,
      ...amounts,
      totalMinor: lineTotal(amounts),
    };
  });
  refuseBadAmounts(lines);
  return lines;
}

function refuseBadAmounts(lines: readonly LineValues[]): void {
  if (lines.length === 0) throw fieldError('items', 'required');
  const fields: FieldIssues = {};
  for (const [index, line] of lines.entries()) {
    if (lineGross(line) > maxTotalMinor) fields[`items.${index}.price`] = [{ rule: 'total_range' }];
    else if (line.totalMinor < 0) fields[`items.${index}.discount`] = [{ rule: 'discount_range' }];
  }
  if (Object.keys(fields).length > 0) throw new DomainError('validation', { fields });
  if (orderTotal(lines) > maxTotalMinor) throw fieldError('items', 'total_range');
}

/** What of the lines is stored on the order itself, so that lists need no lines. */
export function orderFigures(lines: readonly LineValues[]) {
  const [first] = lines;
  return {
    totalMinor: orderTotal(lines),
    lineCount: lines.length,
    product: first?.product ?? '',
    priceMinor: first?.priceMinor ?? 0,
    quantityMilli: lines.reduce((sum, line) => sum + line.quantityMilli, 0),
  };
}
