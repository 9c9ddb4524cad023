import { createClient } from '@/lib/domain/clients/create-client';
import type { Ctx } from '@/lib/domain/context';

/** Names that mean something in some format: separators, comments, quotes, directives, other scripts. */
const names = [
  'Ёлкина',
  'a; comment',
  'Assets:Cash',
  'two  spaces  1000.00 RUB',
  '(virtual)',
  '[balanced]',
  '* cleared ! pending',
  '= 100 RUB @ 5 EUR',
  'include /etc/passwd',
  '~ monthly | note',
  'comma, semicolon; colon: back\\slash "quoted" \\n',
  'END:VCARD',
  '=HYPERLINK("x")',
  '李小龙 👩‍👩‍👧‍👦 ‮назад',
  'Ё'.repeat(50),
] as const;

/** A client for each way a name can break a format; their ids. */
export async function hostileClients(ctx: Ctx): Promise<number[]> {
  const ids: number[] = [];
  for (const [n, name] of names.entries()) {
    const as = n % 2 ? { company: name } : { last_name: name, first_name: 'Анна', middle_name: n % 4 ? '' : 'Павловна' };
    const contacts = {
      mobile_phone: `+7921555${1000 + n}`,
      email: `client${n}@example.com`,
      comment: `${name}\nвторая строка; ещё, и\\ещё`,
    };
    ids.push((await createClient(ctx, { ...as, ...contacts, address: `ул. Мира, ${n}; кв. 5` })).id);
  }
  return ids;
}
