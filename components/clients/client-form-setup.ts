import { getTranslations } from 'next-intl/server';
import { type ComparedField, comparedFields } from '@/components/duplicates/similar';
import type { ClientRow } from '@/db/queries/clients';
import { showPhone } from './show-phone';

/** A client as the form shows it. */
export function clientValues(client: ClientRow): Record<string, string> {
  return {
    id: String(client.id),
    version: String(client.version),
    last_name: client.lastName,
    first_name: client.firstName,
    middle_name: client.middleName ?? '',
    company: client.company,
    inn: client.inn,
    mobile_phone: client.mobilePhone ? showPhone(client.mobilePhone) : '',
    email: client.email ?? '',
    address: client.address,
    comment: client.comment,
  };
}

const names = ['last_name', 'first_name', 'middle_name', 'company', 'inn', 'mobile_phone', 'email', 'address', 'comment'] as const;
const shared = ['cancel', 'save', 'fix', 'stale', 'staleNow', 'saveAnyway', 'openCurrent', 'takenBy'] as const;

/** The form's words; it runs in the browser and knows no messages. */
export async function clientFormWords() {
  const t = await getTranslations();
  return {
    ...(Object.fromEntries(names.map((name) => [name, t(`clientForm.${name}`)])) as Record<(typeof names)[number], string>),
    same: Object.fromEntries(comparedFields.map((name) => [name, t(`duplicates.same.${name}`)])) as Record<ComparedField, string>,
    // Filled in by the browser, which alone knows how many.
    fixCount: String(t.raw('form.fixCount')),
    ...(Object.fromEntries(shared.map((name) => [name, t(`form.${name}`)])) as Record<(typeof shared)[number], string>),
  };
}
