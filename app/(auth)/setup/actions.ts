'use server';

import { redirect } from 'next/navigation';
import { checkSetupCode } from '@/lib/auth/setup-code';
import { DomainError } from '@/lib/domain/errors';
import { createFirstAdmin } from '@/lib/domain/users/create-first-admin';
import { firstAdminForm } from '@/lib/domain/users/schema';
import { validate } from '@/lib/domain/validate';
import { refusalOf, typedValues } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';
import { setupCtx } from '@/lib/entry/page';
import { signInHere } from '@/lib/entry/web-sign-in';

/** Makes the first administrator for whoever reads the console, and signs in. */
export async function setUpAction(previous: FormState, data: FormData): Promise<FormState> {
  const { password, ...values } = typedValues(data);
  try {
    const input = validate(firstAdminForm, { ...values, password: password ?? '' });
    if (!checkSetupCode(input.code)) throw new DomainError('bad_setup_code');
    await createFirstAdmin(setupCtx(), input);
    await signInHere(input);
  } catch (error) {
    return { ...(await refusalOf(error)), values, stale: null, attempt: previous.attempt + 1 };
  }
  redirect('/');
}
