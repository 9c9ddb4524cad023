import type { ClientInput } from '@/lib/domain/clients/schema';
import type { ItemInput, OrderInput } from '@/lib/domain/orders/schema';
import { toLatin } from '@/lib/search/letters';
import { catalogue, divisibleUnits, remarks } from './catalogue';
import { cities, companies, lastNames, men, patronymics, streets, women } from './people';
import type { Random } from './random';

/** An invented client; `n` keeps e-mails apart. Some are companies without a person, some have no e-mail. */
export function seedClient(random: Random, n: number): ClientInput {
  const company = random.chance(45) ? random.pick(companies) : '';
  const inn = company ? `78${String(random.int(0, 99_999_999)).padStart(8, '0')}` : '';
  const address = random.chance(70) ? `${random.pickSkewed(cities)}, ${random.pick(streets)}, ${random.int(1, 120)}` : '';
  if (company && random.chance(8)) return { company, inn, address, mobile_phone: phone(random) };
  const woman = random.chance(52);
  const surname = random.pickSkewed(lastNames);
  return {
    last_name: woman ? `${surname}а` : surname,
    first_name: random.pickSkewed(woman ? women : men),
    middle_name: random.chance(75) ? random.pick(patronymics)[woman ? 1 : 0] : null,
    company,
    inn,
    address,
    mobile_phone: random.chance(92) ? phone(random) : null,
    email: random.chance(88) ? `${toLatin(surname.toLowerCase())}${n + 1}@example.ru` : null,
  };
}

function phone(random: Random): string {
  return `+79${String(random.int(0, 999_999_999)).padStart(9, '0')}`;
}

function seedItem(random: Random): ItemInput {
  const { name, sku, unit, priceMinor } = random.pickSkewed(catalogue);
  const divisible = divisibleUnits.has(unit);
  const quantity = divisible ? random.int(2, 120) * 500 : random.pickSkewed([1, 2, 3, 4, 5, 6, 8, 10, 12, 20]) * 1000;
  const gross = Math.round((quantity / 1000) * priceMinor);
  const discount = random.chance(8) ? Math.round(gross / 2000) * 100 : 0;
  return { product: name, sku, unit, quantity, price: priceMinor, discount, vat_rate: random.chance(70) ? 2200 : null };
}

/** An invented order of one to five items. */
export function seedOrder(random: Random, client: number): OrderInput {
  const items = Array.from({ length: random.pickSkewed([1, 2, 3, 4, 5]) }, () => seedItem(random));
  return { client, items, description: random.chance(35) ? random.pick(remarks) : '' };
}
