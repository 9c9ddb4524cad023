import { z } from 'zod';
import { isPeerError } from '../http/peer-http';
import type { CheckReport } from '../provider';
import { Fault } from '../sync/peer';
import { parsed } from './model';
import type { Talk } from './talk';

/** Models that are exchanged, and whether it works without. */
const needed = ['party.party', 'product.product', 'sale.sale'] as const;

/** As much as two clocks may differ before «newest wins» is a lottery, seconds. */
const clockLimit = 60;

/** Who we are there, which modules are there, what we may, and its clock. */
export async function checkTryton(talk: Talk, login: string): Promise<CheckReport> {
  const lines: CheckReport['lines'] = [];
  const shape = z.object({ rec_name: z.string() });
  const company = Number(talk.context.company ?? 0);
  const [own] = company ? parsed(shape, await talk.call('company.company.read', [[company], ['rec_name']])) : [];
  lines.push(
    own
      ? { ok: true, code: 'signed_in_as', values: { login, company: own.rec_name } }
      : { ok: false, code: 'no_company', values: { login } },
  );
  for (const model of needed) {
    const isThere = (await talk.call('ir.model.search_count', [[['model', '=', model]]])) !== 0;
    if (!isThere) lines.push({ ok: false, code: 'module_missing', values: { name: model.split('.')[0] ?? model } });
    else lines.push({ ok: await mayRead(talk, model), code: 'may_read', values: { name: model } });
  }
  const hasStock = (await talk.call('ir.model.search_count', [[['model', '=', 'stock.location']]])) !== 0;
  lines.push({ ok: true, code: hasStock ? 'stock_there' : 'stock_not_there' });
  const seconds = Math.round(talk.skewMs / 1000);
  lines.push({ ok: Math.abs(seconds) <= clockLimit, code: 'clock', values: { seconds: Math.abs(seconds) } });
  return { ok: lines.every(({ ok }) => ok), lines };
}

async function mayRead(talk: Talk, model: string): Promise<boolean> {
  try {
    await talk.call(`${model}.search`, [[], 0, 1, null]);
    return true;
  } catch (error) {
    if (isPeerError(error) || (error instanceof Fault && error.kind === 'retry')) throw error;
    return false;
  }
}
