'use server';

import { getTranslations } from 'next-intl/server';
import { mappingIn } from '@/components/exchange/mapping-names';
import { decideConflict } from '@/lib/domain/exchange/decide-conflict';
import { saveMapping } from '@/lib/domain/exchange/mapping';
import { decisions, findingKinds, runKinds } from '@/lib/domain/exchange/schema';
import { fixFinding, fixFindings, startExchangeRun, stopExchangeRun } from '@/lib/domain/exchange/start-run';
import { numberIn, press, typedValues } from '@/lib/entry/action';
import { leaveToast } from '@/lib/entry/toast';

const tabs = ['first', 'mapping', 'reconciliation', 'conflicts'] as const;

function pageOf(data: FormData): string {
  const tab = tabs.find((known) => known === data.get('tab')) ?? 'first';
  return `/settings/integrations/${numberIn(data, 'id') ?? 0}/${tab}`;
}

/** Has the other side read; the page follows the run. */
export async function startRunAction(data: FormData): Promise<never> {
  const page = pageOf(data);
  return press(page, async (ctx) => {
    const kind = runKinds.find((known) => known === data.get('kind')) ?? 'rehearsal';
    await startExchangeRun(ctx, { connectionId: numberIn(data, 'id') ?? 0, kind });
    return page;
  });
}

export async function stopRunAction(data: FormData): Promise<never> {
  const page = pageOf(data);
  return press(page, async (ctx) => {
    await stopExchangeRun(ctx, numberIn(data, 'run') ?? 0);
    return page;
  });
}

/** Makes what is missing, merges what differs: one finding, or all of a kind. */
export async function fixFindingsAction(data: FormData): Promise<never> {
  const page = pageOf(data);
  return press(page, async (ctx) => {
    const finding = numberIn(data, 'finding');
    const kind = findingKinds.find((known) => known === data.get('kind'));
    if (finding === undefined) await fixFindings(ctx, { runId: numberIn(data, 'run') ?? 0, kind });
    else await fixFinding(ctx, finding);
    await leaveToast({ text: (await getTranslations('exchange.toast'))('fixing') });
    return page;
  });
}

/** Says which side of a conflict stays. */
export async function decideConflictAction(data: FormData): Promise<never> {
  const page = pageOf(data);
  return press(page, async (ctx) => {
    const decision = decisions.find((known) => known === data.get('decision')) ?? 'ours';
    await decideConflict(ctx, { id: numberIn(data, 'conflict') ?? 0, decision });
    await leaveToast({ text: (await getTranslations('exchange.toast'))('decided') });
    return page;
  });
}

export async function saveMappingAction(data: FormData): Promise<never> {
  const page = pageOf(data);
  return press(page, async (ctx) => {
    await saveMapping(ctx, { connectionId: numberIn(data, 'id') ?? 0, mapping: mappingIn(typedValues(data)) });
    return `${page}?saved=1`;
  });
}
