import type { ClientRow } from '@/db/queries/clients';
import { phoneForms, searchText } from '@/lib/search/normalise';

/** What a client is found by: every field. */
export function clientText(
  client: Pick<ClientRow, 'lastName' | 'firstName' | 'middleName' | 'company' | 'inn' | 'mobilePhone' | 'email' | 'address' | 'comment'>,
): string {
  return searchText([
    client.lastName,
    client.firstName,
    client.middleName,
    client.company,
    client.inn,
    ...phoneForms(client.mobilePhone),
    client.email,
    client.address,
    client.comment,
  ]);
}
