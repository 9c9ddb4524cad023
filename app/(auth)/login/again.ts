'use server';

import { refusalOf } from '@/lib/entry/action';
import { signInHereAgain } from '@/lib/entry/web-sign-in';

/** Opens a session anew for whoever filled in a form while the last one ended; null, or why not. */
export async function signInAgainAction(userId: unknown, password: unknown): Promise<{ code: string; message: string } | null> {
  try {
    await signInHereAgain(Number(userId), String(password));
    return null;
  } catch (error) {
    const { code, message } = await refusalOf(error);
    return { code, message };
  }
}
