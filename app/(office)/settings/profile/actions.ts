'use server';

import { cookies } from 'next/headers';
import { sessionCookieName } from '@/lib/auth/web-session';
import { saveKeyboard } from '@/lib/domain/preferences/keyboard';
import { editProfile } from '@/lib/domain/users/edit-profile';
import { passwordForm, profileForm } from '@/lib/domain/users/schema';
import { changeOwnPassword } from '@/lib/domain/users/set-password';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';

const saved = '/settings/profile?saved=1';

export async function saveProfile(previous: FormState, data: FormData): Promise<FormState> {
  return submit({
    previous,
    data,
    schema: profileForm,
    run: async (ctx, { display_name, gender }, values) => {
      await editProfile(ctx, { displayName: display_name, gender, expectedVersion: numberIn(values, 'version') });
      return saved;
    },
  });
}

/** The own password; every session ends with it, this one too. */
export async function savePassword(previous: FormState, data: FormData): Promise<FormState> {
  const state = await submit({
    previous,
    data,
    schema: passwordForm,
    run: async (ctx, input) => {
      await changeOwnPassword(ctx, input);
      (await cookies()).delete(sessionCookieName());
      return '/login?changed=password';
    },
  });
  const errors = state.code === 'wrong_password' ? { current: [state.message ?? ''] } : state.errors;
  const { password: _, current: __, ...values } = state.values;
  return { ...state, values, errors };
}

/** Whether single letters press buttons. */
export async function saveKeys(data: FormData): Promise<never> {
  return press('/settings/profile', async (ctx) => {
    await saveKeyboard(ctx, { letters: data.get('letters') === '1' });
    return saved;
  });
}
