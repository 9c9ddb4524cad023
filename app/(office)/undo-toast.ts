'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { driveBulkFor } from '@/lib/bulk-runner';
import { startBulk } from '@/lib/domain/bulk/start-bulk';
import { undoOperation } from '@/lib/domain/undo/undo-operation';
import { actionCtx, numberIn, refusalOf } from '@/lib/entry/action';
import type { PageCtx } from '@/lib/entry/page';
import { leaveToast } from '@/lib/entry/toast';

/** How long the page waits for the undoing of many, which goes on by itself, ms. */
const patience = 2000;

/** The page a form was sent from, without another site's. */
async function sentFrom(): Promise<string> {
  const referer = (await headers()).get('referer');
  const url = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return url ? url.pathname + url.search : '/';
}

/** Takes a change of many back; where somebody has changed a record since, his change stays. */
async function undoGroup(ctx: PageCtx, group: number): Promise<void> {
  const run = await startBulk(ctx, { entity: 'operation', selection: { group }, action: { type: 'undo', conflicts: 'theirs' } });
  await driveBulkFor(ctx.db, run.id, patience);
}

/** The toast's «Отменить». What has changed since is asked about on the operation's own page. */
export async function undoToastAction(data: FormData): Promise<void> {
  const id = numberIn(data, 'operation') ?? 0;
  let path = await sentFrom();
  try {
    const ctx = await actionCtx();
    const group = numberIn(data, 'group');
    if (group === undefined) await undoOperation(ctx, id);
    else await undoGroup(ctx, group);
    await leaveToast({ text: (await getTranslations('toast'))('undone') });
  } catch (error) {
    const { code, message } = await refusalOf(error);
    if (code === 'undo_conflict') path = `/history/${id}/undo`;
    else await leaveToast({ text: message, bad: true });
  }
  redirect(path);
}
