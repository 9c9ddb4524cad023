'use server';

import { may } from '@/lib/domain/permissions';
import { press } from '@/lib/entry/action';
import { startVerification } from '@/lib/verify-run';

const page = '/settings/verification';

/** Starts a verification beside this process; pages go on meanwhile. */
export async function verifyNow(): Promise<never> {
  return press(page, async (ctx) => {
    may(ctx, 'verification.read');
    startVerification(ctx.now().getTime());
    return page;
  });
}
