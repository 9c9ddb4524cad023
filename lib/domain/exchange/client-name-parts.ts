import { formalName } from '../clients/client-name';
import type { ClientInput } from '../clients/schema';

/** Words and signs that only companies have in their names. */
const companyName =
  /(^|[\s"«])(ооо|оао|зао|пао|ао|нко|фгуп|гуп|муп|тоо|кфх|ип|llc|ltd|inc|gmbh|corp|co|company|компания|завод|магазин|фирма)([\s"».,]|$)|["«»\d&]/iu;

/** As much of a part of a person's name as is kept. */
const longestPart = 50;

function personParts(name: string): ClientInput | undefined {
  const [last = '', first = '', ...rest] = name.split(/\s+/);
  const middle = rest.join(' ');
  if ([last, first, middle].some((part) => part.length > longestPart)) return undefined;
  return { last_name: last, first_name: first, middle_name: middle || null };
}

/**
 * One name as the fields that hold it here: of a client who has a person's name, his parts; of a new one, a person if it
 * looks like two or three words of letters and no company's.
 */
export function nameAsFields(
  name: string,
  before?: { firstName: string; lastName: string; middleName: string | null; company: string },
): ClientInput {
  if (before && formalName(before) === name) return {};
  const isPerson = before
    ? formalName({ ...before, company: '' }) !== ''
    : /^\p{L}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’.-]*){1,2}$/u.test(name) && !companyName.test(name);
  return (
    (isPerson ? personParts(name) : undefined) ?? {
      company: name,
      ...(isPerson ? { last_name: '', first_name: '', middle_name: null } : {}),
    }
  );
}
