'use server';

import { userFields, userValues } from '@/components/settings/user-fields';
import { createUser } from '@/lib/domain/users/create-user';
import { editUser } from '@/lib/domain/users/edit-user';
import { getUser } from '@/lib/domain/users/get-user';
import { newPasswordForm, userEditForm, userForm } from '@/lib/domain/users/schema';
import { setPassword } from '@/lib/domain/users/set-password';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';

function withoutPassword(state: FormState): FormState {
  const { password: _, ...values } = state.values;
  return { ...state, values };
}

function cardOf(id: number): string {
  return `/settings/users/${id}`;
}

export async function addUserAction(previous: FormState, data: FormData): Promise<FormState> {
  const run = async (...[ctx, input]: Parameters<typeof createUser>) => `${cardOf((await createUser(ctx, input)).id)}?saved=1`;
  const state = await submit({ previous, data, schema: userForm, run });
  const errors = state.code === 'username_taken' ? { username: [state.message ?? ''] } : state.errors;
  return withoutPassword({ ...state, errors });
}

/** A user's name, gender and role. */
export async function saveUserAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'id') ?? 0;
  const state = await submit({
    previous,
    data,
    schema: userEditForm,
    run: async (ctx, { display_name, gender, role }, values) => {
      const expectedVersion = numberIn(values, 'over') ?? numberIn(values, 'version');
      await editUser(ctx, { id, displayName: display_name, gender, role, expectedVersion });
      return `${cardOf(id)}?saved=1`;
    },
    current: async (ctx) => {
      const user = await getUser(ctx, id);
      const values = userValues(user);
      const fields = await userFields();
      const shown = ({ name, choices }: (typeof fields)[number]) =>
        choices?.find(({ value }) => value === values[name])?.label ?? values[name] ?? '';
      return { version: user.version, facts: fields.map((field) => ({ label: field.label, value: shown(field) })) };
    },
  });
  return state.code === 'last_admin' ? { ...state, errors: { role: [state.message ?? ''] } } : state;
}

export async function setPasswordAction(previous: FormState, data: FormData): Promise<FormState> {
  const id = numberIn(data, 'id') ?? 0;
  const run = async (...[ctx, { password }]: [Parameters<typeof setPassword>[0], { password: string }]) => {
    await setPassword(ctx, { id, password });
    return `${cardOf(id)}?saved=1`;
  };
  return withoutPassword(await submit({ previous, data, schema: newPasswordForm, run }));
}

/** Closes an account – its sessions end at once – or opens it again. */
export async function switchUserAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(cardOf(id), async (ctx) => {
    await editUser(ctx, { id, disabled: data.get('disabled') === '1' });
    return `${cardOf(id)}?saved=1`;
  });
}
