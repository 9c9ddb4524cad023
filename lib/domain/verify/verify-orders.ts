import type { Tx } from '@/db/engines/engine';
import { checkedOrders, journalVersions } from '@/db/queries/check';
import { productIdsOf } from '@/db/queries/products';
import { orderFigures } from '../orders/order-lines';
import { orderText } from '../orders/order-text';
import { lineTotal } from '../orders/order-total';
import { paidTotal } from '../payments/store-payments';
import { productKey } from '../products/product-key';
import { versionProblems } from './verify-versions';

const batch = 1000;

type Checked = Awaited<ReturnType<typeof checkedOrders>>[number];

function problemsOf({ order, text, lines, payments }: Checked): string[] {
  const figures = orderFigures(lines);
  const wrongLine = lines.find((line) => line.totalMinor !== lineTotal(line));
  const wrongFigure = (Object.keys(figures) as (keyof typeof figures)[]).find((name) => figures[name] !== order[name]);
  return [
    ...(lines.length === 0 ? [`order ${order.id} has no lines`] : []),
    ...(wrongLine ? [`order ${order.id}, line ${wrongLine.position}: the total is not quantity × price − discount`] : []),
    ...(wrongFigure ? [`order ${order.id}: ${wrongFigure} is ${order[wrongFigure]}, its lines give ${figures[wrongFigure]}`] : []),
    ...(order.paidMinor !== paidTotal(payments) ? [`order ${order.id}: paid is not the sum of its payments`] : []),
    ...(text !== orderText(order, lines) ? [`order ${order.id}: the searched text is not that of the order`] : []),
  ];
}

/** A line is of the product its name belongs to; of none while an older database is still being filled. */
async function productProblems(tx: Tx, page: readonly Checked[]): Promise<string[]> {
  const keys = new Map<string, string>();
  const lines = page.flatMap((checked) => checked.lines);
  for (const { product } of lines) if (!keys.has(product)) keys.set(product, productKey(product));
  const ids = await productIdsOf(tx, [...new Set(keys.values())]);
  const wrong = lines.filter(({ product, productId }) => productId !== null && ids.get(keys.get(product) ?? '') !== productId);
  return wrong.map(({ orderId, position }) => `order ${orderId}, line ${position}: its product is not the one of its name`);
}

/** Every order's figures and searched text, made again from its lines and payments, its products and its version. At most 20 problems. */
export async function verifyOrders(tx: Tx, step: (records: number) => void): Promise<string[]> {
  const problems: string[] = [];
  for (let after = 0; problems.length < 20; ) {
    const page = await checkedOrders(tx, after, batch);
    const last = page.at(-1)?.order.id;
    const orders = page.map(({ order }) => order);
    problems.push(...versionProblems('order', orders, await journalVersions(tx, 'order', after, last)));
    problems.push(...page.flatMap(problemsOf), ...(await productProblems(tx, page)));
    if (last === undefined) break;
    step(page.length);
    after = last;
  }
  return problems.slice(0, 20);
}
