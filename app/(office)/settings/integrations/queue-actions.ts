'use server';

import { getTranslations } from 'next-intl/server';
import { dayStart } from '@/lib/domain/day-start';
import { replayDeliveries, retryDead, retryDelivery, skipDelivery } from '@/lib/domain/deliveries/requeue-deliveries';
import { sendTest } from '@/lib/domain/deliveries/send-test';
import { fieldError } from '@/lib/domain/errors';
import { addDays, isDay } from '@/lib/domain/period';
import { numberIn, press } from '@/lib/entry/action';
import { pageSettings } from '@/lib/entry/page';
import { leaveToast } from '@/lib/entry/toast';

function pageOf(data: FormData, tab: string): string {
  return `/settings/integrations/${numberIn(data, 'id') ?? 0}/${tab}`;
}

/** The list that a button stands in. */
function tabIn(data: FormData): string {
  return data.get('tab') === 'dead' ? 'dead' : 'queue';
}

/** Sends one now. */
export async function retryDeliveryAction(data: FormData): Promise<never> {
  const page = pageOf(data, tabIn(data));
  return press(page, async (ctx) => {
    const again = await retryDelivery(ctx, numberIn(data, 'delivery') ?? 0);
    await leaveToast({ text: (await getTranslations('exchange.toast'))(again ? 'queued' : 'underWay'), bad: !again });
    return page;
  });
}

/** Gives one up. */
export async function skipDeliveryAction(data: FormData): Promise<never> {
  const page = pageOf(data, tabIn(data));
  return press(page, async (ctx) => {
    const skipped = await skipDelivery(ctx, numberIn(data, 'delivery') ?? 0);
    await leaveToast({ text: (await getTranslations('exchange.toast'))(skipped ? 'skipped' : 'underWay'), bad: !skipped });
    return page;
  });
}

/** Sends all that were given up. */
export async function retryDeadAction(data: FormData): Promise<never> {
  const page = pageOf(data, 'dead');
  return press(page, async (ctx) => {
    const n = await retryDead(ctx, numberIn(data, 'id') ?? 0);
    await leaveToast({ text: (await getTranslations('exchange.toast'))('queuedMany', { n }) });
    return page;
  });
}

/** Tells again what was told on these days. */
export async function replayAction(data: FormData): Promise<never> {
  const page = pageOf(data, 'queue');
  return press(page, async (ctx) => {
    const from = String(data.get('from') ?? '');
    const to = String(data.get('to') ?? '');
    if (!isDay(from) || !isDay(to)) throw fieldError('from', 'day');
    const { timeZone } = await pageSettings();
    const range = { from: dayStart(from, timeZone), to: dayStart(addDays(to, 1), timeZone) };
    const n = await replayDeliveries(ctx, { connectionId: numberIn(data, 'id') ?? 0, ...range });
    await leaveToast({ text: (await getTranslations('exchange.toast'))('queuedMany', { n }) });
    return page;
  });
}

/** Sends an event of no record, to try the receiver. */
export async function sendTestAction(data: FormData): Promise<never> {
  const page = pageOf(data, 'journal');
  return press(page, async (ctx) => {
    await sendTest(ctx, numberIn(data, 'id') ?? 0);
    await leaveToast({ text: (await getTranslations('exchange.toast'))('testSent') });
    return page;
  });
}
