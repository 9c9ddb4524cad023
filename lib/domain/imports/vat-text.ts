import { parseNumberText } from '@/lib/import/number-text';
import { parseDecimal } from '../money';

/** A rate as people write it – `20 %`, `20`, `0,2`, `без НДС` – in basis points; null is «без НДС», undefined no rate at all. */
export function parseVat(text: string): number | null | undefined {
  const bare = text.trim().toLowerCase();
  if (bare === '' || /^(без( ндс)?|не облагается|no vat|without vat|none|-|–|—)$/.test(bare)) return null;
  const percent = bare.endsWith('%');
  const number = parseNumberText(percent ? bare.slice(0, -1).trim() : bare.replace(/^ндс /, ''));
  if (number === null) return undefined;
  // A cell that a spreadsheet shows as a percentage holds a part of one.
  const isPart = !percent && /^0\.\d+$/.test(number);
  return isPart ? parseDecimal(number, 4) : parseDecimal(number, 2);
}

/** A rate in basis points as a file spells it. */
export function spelledVat(rate: number | null): string {
  return rate === null ? '' : `${rate / 100} %`;
}
