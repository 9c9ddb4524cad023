import { breathe } from '@/db/engines/breathe';
import type { Tx } from '@/db/engines/engine';
import { everyLogo } from '@/db/queries/logos';
import { contentsAfter, ordersWithParts } from '@/db/queries/order-parts';
import { findOrder } from '@/db/queries/orders';
import type { Json } from '../journal/fields';
import { orderSnapshot } from '../orders/snapshot';
import { foldRecord } from '../past/fold';
import { stepsOf } from '../past/past-clients';
import { liveOrder } from '../past/past-orders';

const batch = 200;
const names = ['comments', 'files'];

/** Operations that are about nothing but comments and files. */
const kinds = ['order.comment', 'order.comment_delete', 'order.file', 'order.file_delete'];

/** Looks at a content that a file names: what is wrong with it, if anything. */
export type CheckContent = (content: { sha256: string; size?: number }) => Promise<string | undefined>;

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

async function orderProblems(tx: Tx, ids: number[]): Promise<string[]> {
  const steps = await stepsOf(tx, 'order', ids);
  const problems: string[] = [];
  for (const id of ids) {
    const full = await findOrder(tx, id);
    if (!full) continue;
    const told = await foldRecord(names, liveOrder(tx, full.order), steps.get(id) ?? [], Number.MAX_SAFE_INTEGER);
    const now = orderSnapshot(full);
    const wrong = names.filter((name) => !told.erased.includes(name) && !same(told.snapshot[name], now[name]));
    problems.push(...wrong.map((name) => `order ${id}: its ${name} are not those of the journal`));
  }
  return problems;
}

/** Comments and files of every order that has any, against the journal. At most 20 problems. */
export async function verifyParts(tx: Tx): Promise<string[]> {
  const ids = await ordersWithParts(tx, kinds);
  const problems: string[] = [];
  for (let at = 0; at < ids.length && problems.length < 20; at += batch) {
    problems.push(...(await orderProblems(tx, ids.slice(at, at + batch))));
    await breathe();
  }
  return problems.slice(0, 20);
}

/** Every content that a file names, and every logo. At most 20 problems. */
export async function verifyContents(tx: Tx, check: CheckContent): Promise<string[]> {
  const problems: string[] = [];
  for (const sha256 of await everyLogo(tx)) {
    const problem = await check({ sha256 });
    if (problem) problems.push(problem);
  }
  for (let after = ''; problems.length < 20; ) {
    const contents = await contentsAfter(tx, after, batch);
    for (const content of contents) {
      const problem = await check(content);
      if (problem) problems.push(problem);
    }
    const last = contents.at(-1)?.sha256;
    if (last === undefined) break;
    after = last;
  }
  return problems.slice(0, 20);
}
