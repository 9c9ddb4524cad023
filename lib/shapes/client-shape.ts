import { z } from 'zod';
import type { ClientRow } from '@/db/queries/clients';
import { idField } from '@/lib/domain/fields';

/** A client as programs see it. */
export const clientOutput = z.object({
  id: idField,
  first_name: z.string(),
  last_name: z.string(),
  middle_name: z.string().nullable(),
  mobile_phone: z.string().nullable(),
  email: z.string(),
});

export function showClient(client: ClientRow): z.output<typeof clientOutput> {
  return {
    id: client.id,
    first_name: client.firstName,
    last_name: client.lastName || client.company,
    middle_name: client.middleName,
    mobile_phone: client.mobilePhone,
    email: client.email ?? '',
  };
}
