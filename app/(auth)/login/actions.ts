'use server';

import { redirect } from 'next/navigation';
import { signInForm } from '@/lib/domain/users/schema';
import { validate } from '@/lib/domain/validate';
import { refusalOf, typedValues } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';
import { pageSettings } from '@/lib/entry/page';
import { safeReturn, signInHere } from '@/lib/entry/web-sign-in';

export async function signInAction(previous: FormState, data: FormData): Promise<FormState> {
  const { password, ...values } = typedValues(data);
  try {
    await signInHere(validate(signInForm, { username: values.username ?? '', password: password ?? '' }));
  } catch (error) {
    const refusal = await refusalOf(error);
    return { ...refusal, values, stale: null, attempt: previous.attempt + 1 };
  }
  redirect(safeReturn(values.next));
}

/** Signs in to the demonstration, whose user everybody knows. */
export async function signInToDemo(data: FormData): Promise<never> {
  const next = typedValues(data).next;
  const { demo } = await pageSettings();
  if (demo !== 1) redirect('/login');
  await signInHere({ username: 'test', password: 'test' });
  redirect(safeReturn(next));
}
