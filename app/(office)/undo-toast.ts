'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { undoOperation } from '@/lib/domain/undo/undo-operation';
import { actionCtx, numberIn, refusalOf } from '@/lib/entry/action';
import { leaveToast } from '@/lib/entry/toast';

/** The page a form was sent from, without another site's. */
async function sentFrom(): Promise<string> {
  const referer = (await headers()).get('referer');
  const url = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return url ? url.pathname + url.search : '/';
}

/** The toast's «Отменить». What has changed since is asked about on the operation's own page. */
export async function undoToastAction(data: FormData): Promise<void> {
  const id = numberIn(data, 'operation') ?? 0;
  let path = await sentFrom();
  try {
    await undoOperation(await actionCtx(), id);
    await leaveToast({ text: (await getTranslations('toast'))('undone') });
  } catch (error) {
    const { code, message } = await refusalOf(error);
    if (code === 'undo_conflict') path = `/history/${id}/undo`;
    else await leaveToast({ text: message, bad: true });
  }
  redirect(path);
}
