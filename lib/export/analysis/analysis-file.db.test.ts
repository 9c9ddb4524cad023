import { beforeAll, expect, test } from 'vitest';
import { createClient } from '@/lib/domain/clients/create-client';
import type { Ctx } from '@/lib/domain/context';
import { createOrder } from '@/lib/domain/orders/create-order';
import { rangeOfPeriod } from '@/lib/domain/reports/periods';
import { ctxOf } from '@/lib/testing/people';
import { progressOf, stopExport } from '../export-progress';
import { queueState, takePlace } from '../export-queue';
import type { Download } from '../tracked-download';
import { type AnalysisWish, openAnalysisFile } from './analysis-file';

let ctx: Ctx;
let owner = 0;
beforeAll(async () => {
  ctx = await ctxOf('manager');
  owner = ctx.actor.type === 'user' ? ctx.actor.id : 0;
  for (const company of ['Альфа', 'Бета']) {
    const { id } = await createClient(ctx, { company });
    await createOrder(ctx, { client: id, items: [{ product: 'Стол', price: 150_00, quantity: 1000 }] });
  }
});

const never = new AbortController().signal;

function wish(ticket: string, format: AnalysisWish['format']): AnalysisWish {
  const range = rangeOfPeriod('last_30', new Date().toISOString().slice(0, 10));
  const question = { filter: {}, range, compare: 'none', groups: ['client'] } as const;
  return { question, format, preset: 'excel', locale: 'ru', ticket };
}

async function read({ bytes }: Download): Promise<number> {
  let length = 0;
  for await (const piece of bytes) length += piece.length;
  return length;
}

test.each(['csv', 'xlsx', 'json', 'pdf'] as const)('a report as %s is followed to its end', async (format) => {
  const ticket = `a report as ${format}`;
  const download = await openAnalysisFile(ctx, wish(ticket, format), never);
  expect(download.headers['x-row-count']).toBe('2');
  expect(progressOf(ticket, owner)).toMatchObject({ state: 'running', total: 2 });
  expect(await read(download)).toBeGreaterThan(50);
  expect(progressOf(ticket, owner)).toEqual({ state: 'done', rows: 2, total: 2, sumMinor: 300_00 });
  expect(progressOf(ticket, owner + 1)).toBeUndefined();
  expect(queueState()).toEqual({ running: 0, waiting: 0 });
});

test('one that waits its turn is told so, and is stopped there', async () => {
  const places = [await takePlace(never), await takePlace(never)];
  const opening = openAnalysisFile(ctx, wish('waiting report', 'csv'), never);
  const failed = expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  expect(progressOf('waiting report', owner)).toMatchObject({ state: 'waiting' });
  expect(stopExport('waiting report', owner)).toBe(true);
  await failed;
  expect(progressOf('waiting report', owner)).toMatchObject({ state: 'cancelled' });
  for (const release of places) release();
  expect(queueState()).toEqual({ running: 0, waiting: 0 });
});

test('one that is computed is stopped between two pieces, and gives its place back', async () => {
  const slow: Ctx = {
    ...ctx,
    db: {
      ...ctx.db,
      snapshot: (work) => {
        stopExport('computed report', owner);
        return ctx.db.snapshot(work);
      },
    },
  };
  await expect(openAnalysisFile(slow, wish('computed report', 'pdf'), never)).rejects.toMatchObject({ name: 'AbortError' });
  expect(progressOf('computed report', owner)).toMatchObject({ state: 'cancelled' });
  expect(queueState()).toEqual({ running: 0, waiting: 0 });
});
