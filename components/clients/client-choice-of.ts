import type { ClientRow } from '@/db/queries/clients';
import { formalName } from '@/lib/domain/clients/client-name';
import type { ClientChoice } from './client-choice';
import { showPhone } from './show-phone';

/** A client as a picker shows him. */
export function clientChoice(client: ClientRow): ClientChoice {
  const name = formalName(client);
  const company = client.company === name ? '' : client.company;
  return {
    id: client.id,
    name: name || client.email || `№\u00a0${client.id}`,
    line: [company, client.mobilePhone && showPhone(client.mobilePhone), client.email].filter(Boolean).join(' · '),
  };
}
