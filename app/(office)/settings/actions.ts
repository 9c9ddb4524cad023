'use server';

import { cookies } from 'next/headers';
import { sessionCookieName } from '@/lib/auth/web-session';
import { roles } from '@/lib/domain/permissions';
import { editSettings } from '@/lib/domain/settings/edit-settings';
import { settingsForm } from '@/lib/domain/settings/schema';
import { createUser } from '@/lib/domain/users/create-user';
import { editUser } from '@/lib/domain/users/edit-user';
import { passwordForm, userForm } from '@/lib/domain/users/schema';
import { changeOwnPassword } from '@/lib/domain/users/set-password';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';

function withoutPasswords(state: FormState): FormState {
  const { password: _, current: __, ...values } = state.values;
  return { ...state, values };
}

export async function saveOrganisation(previous: FormState, data: FormData): Promise<FormState> {
  return submit({
    previous,
    data,
    schema: settingsForm,
    run: async (ctx, input) => {
      await editSettings(ctx, { input, expectedVersion: numberIn(data, 'version') });
      return '/settings?saved=organisation';
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
  return { ...withoutPasswords(state), errors };
}

export async function addUserAction(previous: FormState, data: FormData): Promise<FormState> {
  const run = async (...[ctx, input]: Parameters<typeof createUser>) => {
    await createUser(ctx, input);
    return '/settings?saved=user#users';
  };
  return withoutPasswords(await submit({ previous, data, schema: userForm, run }));
}

/** A user's role, or the account closed and opened. */
export async function changeUser(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  const role = roles.find((name) => name === data.get('role'));
  const disabled = data.get('disabled') === null ? undefined : data.get('disabled') === '1';
  return press('/settings', async (ctx) => {
    await editUser(ctx, { id, role, disabled });
    return '/settings?saved=user#users';
  });
}
