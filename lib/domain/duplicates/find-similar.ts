import type { Tx } from '@/db/engines/engine';
import type { ClientRow } from '@/db/queries/clients';
import { clientsWith, countClientsWith } from '@/db/queries/duplicates';
import { emailKeyOf } from '../clients/email';
import { parsePhone } from '../clients/phone';
import type { Ctx } from '../context';
import { may } from '../permissions';

/** As it was typed: any usual way of writing, or nothing yet. */
export interface TypedContacts {
  mobile_phone?: string;
  email?: string;
  inn?: string;
  /** The client being edited, who is not similar to himself. */
  except?: number;
}

export const similarFields = ['mobile_phone', 'email', 'inn'] as const;
export type SimilarField = (typeof similarFields)[number];

export interface SimilarClient {
  field: SimilarField;
  client: ClientRow;
  /** How many besides have the same. */
  others: number;
}

const kinds = { mobile_phone: 'phone', email: 'email', inn: 'inn' } as const;

function innOf(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 10 || digits.length === 12 ? digits : '';
}

/** What was typed as it would be stored; empty while it is no whole number or address. */
const stored: Record<SimilarField, (typed: string) => string> = {
  mobile_phone: (typed) => parsePhone(typed) ?? '',
  email: (typed) => emailKeyOf(typed.trim()),
  inn: innOf,
};

async function similarBy(tx: Tx, field: SimilarField, typed: string, except: number | undefined): Promise<SimilarClient[]> {
  const value = stored[field](typed);
  const [client] = value ? await clientsWith(tx, kinds[field], value, 1, except) : [];
  if (!client) return [];
  return [{ field, client, others: (await countClientsWith(tx, kinds[field], value, except)) - 1 }];
}

/** Live clients who already have the phone, e-mail or INN that is being typed: the oldest for each, and how many more. */
export async function findSimilarClients(ctx: Ctx, { except, ...typed }: TypedContacts): Promise<SimilarClient[]> {
  may(ctx, 'client.read');
  return ctx.db.read(async (tx) => {
    const found = [];
    for (const field of similarFields) found.push(...(await similarBy(tx, field, typed[field] ?? '', except)));
    return found;
  });
}
