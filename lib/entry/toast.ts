import { cookies } from 'next/headers';
import type { Ctx } from '@/lib/domain/context';
import { ownLastOperation } from '@/lib/domain/history/last-operation';
import { appUrl } from '@/lib/env';
import { parseToast, type Toast, toastCookie } from './toast-cookie';

/** Seconds a toast waits for the page that says it. */
const waits = 20;

/** What the page after this answer shall say. Not http-only: the browser takes it away when it is said. */
export async function leaveToast(toast: Toast): Promise<void> {
  (await cookies()).set(toastCookie, JSON.stringify(toast), {
    path: '/',
    maxAge: waits,
    sameSite: 'lax',
    secure: appUrl().startsWith('https:'),
  });
}

/** The same after an act on a record, with the way back. */
export async function leaveUndo(ctx: Ctx, entity: string, id: number, text: string): Promise<void> {
  await leaveToast({ text, operation: await ownLastOperation(ctx, entity, id) });
}

/** What the answer before has left to be said. */
export async function leftToast(): Promise<Toast | undefined> {
  return parseToast((await cookies()).get(toastCookie)?.value);
}
