import { parsePhone } from '@/lib/domain/clients/phone';
import { clientFields } from '@/lib/domain/clients/schema';
import type { TakenClient } from '@/lib/domain/exchange/taken';
import type { CmlParty } from '../commerceml/document';
import { lineText } from './lines-from';

/** The buyer among the counterparties of a document; the one without a role when nobody is called so. */
export function buyerOf(parties: readonly CmlParty[]): CmlParty | undefined {
  return parties.find(({ role }) => role === 'Покупатель') ?? parties.find(({ role }) => role !== 'Продавец');
}

/** A person's names: as they stand there, or out of «Фамилия Имя Отчество». */
function personNames({ lastName, firstName, middleName, fullName, name }: CmlParty) {
  if (lastName || firstName) {
    const names = { last_name: lineText(lastName || firstName, 50), middle_name: lineText(middleName, 50) || null };
    return { ...names, first_name: lastName ? lineText(firstName, 50) : '' };
  }
  const whole = lineText(fullName || name, 150);
  const [last = '', first = '', middle = '', ...more] = whole.split(' ');
  if (more.length > 0) return { company: lineText(whole, 200) };
  return { last_name: last.slice(0, 50), first_name: first.slice(0, 50), middle_name: middle.slice(0, 50) || null };
}

function contact({ contacts }: CmlParty, kind: RegExp): string[] {
  return contacts.filter(({ type }) => kind.test(type)).map(({ value }) => value);
}

/**
 * A counterparty as a client; undefined for one without a name. A telephone, an e-mail or a taxpayer number that is none is left out:
 * the rest of him is worth having.
 */
export function clientFrom(party: CmlParty): TakenClient | undefined {
  const phones = [...contact(party, /тел|phone|моб/i), ...contact(party, /^(?!.*(почт|mail|тел|phone|моб)).*$/i)];
  const emails = party.contacts.map(({ value }) => value.trim()).filter((value) => value.includes('@'));
  const email = emails.find((value) => clientFields.shape.email.safeParse(value).success);
  const names = party.kind === 'company' ? { company: lineText(party.name || party.fullName, 200) } : personNames(party);
  const parsed = clientFields.safeParse({
    ...names,
    inn: /^(\d{10}|\d{12})$/.test(party.inn) ? party.inn : '',
    mobile_phone: phones.map((value) => parsePhone(value)).find(Boolean) ?? null,
    email: email ?? null,
    address: lineText(party.address, 300),
    comment: '',
  });
  return parsed.success ? { remoteId: party.id, input: parsed.data } : undefined;
}
