import { plainDecimal } from '@/lib/domain/money';

/** Spaces of any width and apostrophes, which part thousands. */
const groups = /[\s\u00a0\u2009\u202f'’]/gu;

/** A decimal sign; undefined where none is named. */
export type Mark = '.' | ',' | undefined;

/** The decimal sign that a format of the root names (`ЧЦ=18; ЧДЦ=2; ЧРД=,`). */
export function decimalMark(format: string | undefined): Mark {
  const mark = /ЧРД\s*=\s*'?([.,])/.exec(format ?? '')?.[1];
  return mark === '.' || mark === ',' ? mark : undefined;
}

/**
 * A number of a file as decimal text with a point and without zeros at its end (`231.7400` is `231.74`); empty for what is none.
 * The named sign is believed as far as the number agrees with it: another sign parts thousands only before it
 * and in groups of three, so that `1.500` is never fifteen hundred.
 */
export function decimalText(text: string, mark: Mark): string {
  const bare = text.replace(groups, '');
  const other = mark === ',' ? '.' : ',';
  const grouped = mark !== undefined && new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+\\${mark}\\d*$`).test(bare);
  const plain = grouped ? bare.replaceAll(other, '').replace(mark, '.') : plainDecimal(bare);
  const match = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(plain) ?? /^(-?)()\.(\d+)$/.exec(plain);
  if (!match) return '';
  const part = (match[3] ?? '').replace(/0+$/, '');
  const size = `${match[2] || '0'}${part ? `.${part}` : ''}`;
  return match[1] && size !== '0' ? `-${size}` : size;
}
