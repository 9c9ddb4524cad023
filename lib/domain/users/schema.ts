import { z } from 'zod';
import { line } from '../fields';
import { roles } from '../permissions';
import { genders } from './gender';

export const minPasswordLength = 8;
/** argon2 hashes any length; the limit keeps a request small. */
const password = z.string().max(200);

export const signInForm = z.object({ username: line(150, 1), password: password.min(1, 'required') });
export const refreshInput = z.object({ refresh: z.string().min(1, 'required').max(4096) });

/** A user as the person at the shell adds one, who may choose a shorter password than the pages allow. */
export const userByShell = z.object({
  username: line(150, 1),
  password: password.min(1, 'required'),
  role: z.enum(roles),
  display_name: line(150).default(''),
  gender: z.enum(genders).default('m'),
});

export const userForm = userByShell.extend({ password: password.min(minPasswordLength) });

export const firstAdminForm = z.object({ username: line(150, 1), password: password.min(minPasswordLength), code: line(40, 1) });

export const passwordForm = z.object({ current: password.min(1, 'required'), password: password.min(minPasswordLength) });

/** What an administrator changes of another user. */
export const userEditForm = z.object({ display_name: line(150, 1), gender: z.enum(genders), role: z.enum(roles) });

/** What everybody changes of himself. */
export const profileForm = z.object({ display_name: line(150, 1), gender: z.enum(genders) });

export const newPasswordForm = z.object({ password: password.min(minPasswordLength) });

type UserForm = z.output<typeof userForm>;

/** A user as the verbs take him; without a gender he is «он». */
export type UserInput = Omit<UserForm, 'gender'> & Partial<Pick<UserForm, 'gender'>>;
