import type { Tx } from '@/db/engines/engine';
import { type FullOrder, ordersAfter } from '@/db/queries/orders';
import { orderFigures } from '../orders/order-lines';
import { lineTotal } from '../orders/order-total';
import { paidTotal } from '../payments/store-payments';

const batch = 1000;

function problemsOf({ order, lines, payments }: Omit<FullOrder, 'client'>): string[] {
  const figures = orderFigures(lines);
  const wrongLine = lines.find((line) => line.totalMinor !== lineTotal(line));
  const wrongFigure = (Object.keys(figures) as (keyof typeof figures)[]).find((name) => figures[name] !== order[name]);
  return [
    ...(lines.length === 0 ? [`order ${order.id} has no lines`] : []),
    ...(wrongLine ? [`order ${order.id}, line ${wrongLine.position}: the total is not quantity × price − discount`] : []),
    ...(wrongFigure ? [`order ${order.id}: ${wrongFigure} is ${order[wrongFigure]}, its lines give ${figures[wrongFigure]}`] : []),
    ...(order.paidMinor !== paidTotal(payments) ? [`order ${order.id}: paid is not the sum of its payments`] : []),
  ];
}

/** Every order's figures, computed again from its lines and payments. At most 20 problems. */
export async function verifyOrders(tx: Tx): Promise<{ orders: number; problems: string[] }> {
  const problems: string[] = [];
  let orders = 0;
  for (let after = 0; problems.length < 20; ) {
    const page = await ordersAfter(tx, after, batch);
    const last = page.at(-1);
    if (!last) break;
    problems.push(...page.flatMap(problemsOf));
    orders += page.length;
    after = last.order.id;
  }
  return { orders, problems: problems.slice(0, 20) };
}
