import type { Tx } from '@/db/engines/engine';
import type { OrderRowFilter } from '@/db/queries/order-filter';
import { listLineFacts, listOrderFacts } from '@/db/queries/report-facts';
import type { AbcClass } from './analysis';
import { addLines, addOrders, type GroupCells } from './group-cells';
import { idsOfClass } from './group-rows';
import { readStretches } from './stretches';

/** Days of any order. */
const ever = { from: '0001-01-01', to: '9999-12-31' };

/** Step: the clients, or products, of an ABC class among those of some orders: the same that a report over these orders has in it. */
export async function classMembers(tx: Tx, filter: OrderRowFilter, group: 'client' | 'product', name: AbcClass): Promise<number[]> {
  const cells: GroupCells = new Map();
  const { from = ever.from, to = ever.to } = filter.any ? {} : filter;
  const of = group === 'product' ? 'lines' : 'orders';
  await readStretches(tx, filter, { range: { from, to }, of }, async (stretch) => {
    if (of === 'lines') for (const facts of await listLineFacts(tx, filter, stretch)) addLines(cells, facts, [group]);
    else for (const facts of await listOrderFacts(tx, filter, stretch)) addOrders(cells, facts, [group]);
  });
  return idsOfClass(cells, group, name);
}
