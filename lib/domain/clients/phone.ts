import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number in any usual way of writing as E.164 (`+79001234567`); undefined when it is none. Without a country it is Russian. */
export function parsePhone(typed: string): string | undefined {
  const phone = parsePhoneNumberFromString(typed, 'RU');
  return phone?.isPossible() ? phone.number : undefined;
}
