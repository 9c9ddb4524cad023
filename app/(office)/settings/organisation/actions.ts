'use server';

import { z } from 'zod';
import { organisationFields, organisationValues } from '@/components/settings/organisation-fields';
import { fieldError } from '@/lib/domain/errors';
import { may } from '@/lib/domain/permissions';
import { editSettings } from '@/lib/domain/settings/edit-settings';
import { getSettings } from '@/lib/domain/settings/get-settings';
import { maxLogoBytes, settingsForm } from '@/lib/domain/settings/schema';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';
import { keepLogo } from '@/lib/files/logo';
import { pictureType } from '@/lib/files/picture';

const page = '/settings/organisation';
const saved = `${page}?saved=1`;

export async function saveOrganisation(previous: FormState, data: FormData): Promise<FormState> {
  return submit({
    previous,
    data,
    schema: settingsForm,
    run: async (ctx, input, values) => {
      await editSettings(ctx, { input, expectedVersion: numberIn(values, 'over') ?? numberIn(values, 'version') });
      return saved;
    },
    current: async (ctx) => {
      const row = await getSettings(ctx.db);
      const values = organisationValues(row);
      const fields = (await organisationFields(row)).flatMap((group) => group.fields);
      const shown = ({ name, options }: (typeof fields)[number]) =>
        options?.find(({ value }) => value === values[name])?.label ?? values[name] ?? '';
      return { version: row.version, facts: fields.map((field) => ({ label: field.label, value: shown(field) })) };
    },
  });
}

/** The bytes of a picture that may be a logo. Throws `validation`. */
async function logoIn(data: FormData): Promise<Uint8Array> {
  const file = data.get('logo');
  if (!(file instanceof File) || file.size === 0) throw fieldError('logo', 'required');
  if (file.size > maxLogoBytes) throw fieldError('logo', 'logo_size');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!pictureType(bytes)) throw fieldError('logo', 'logo_type');
  return bytes;
}

export async function saveLogo(previous: FormState, data: FormData): Promise<FormState> {
  return submit({
    previous,
    data,
    schema: z.object({}),
    run: async (ctx) => {
      may(ctx, 'settings.write');
      await editSettings(ctx, { input: { logo: await keepLogo(await logoIn(data)) } });
      return saved;
    },
  });
}

/** No logo any more; the picture itself stays for those who take this back. */
export async function removeLogo(): Promise<never> {
  return press(page, async (ctx) => {
    await editSettings(ctx, { input: { logo: '' } });
    return saved;
  });
}
