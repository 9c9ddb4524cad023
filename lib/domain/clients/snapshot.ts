import type { ClientRow } from '@/db/queries/clients';
import type { Snapshot } from '../journal/fields';

/** A client as the journal keeps it. */
export function clientSnapshot(client: ClientRow): Snapshot {
  return {
    first_name: client.firstName,
    last_name: client.lastName,
    middle_name: client.middleName,
    company: client.company,
    inn: client.inn,
    mobile_phone: client.mobilePhone,
    email: client.email,
    address: client.address,
    comment: client.comment,
  };
}
