/** Writes an integer of hundredths, thousandths… as a decimal; a broken number is rounded to the last place. */
export type DecimalText = (scaled: number) => string;

/** Always two places: 123450 is `1234.50`. */
export function hundredths(point: '.' | ','): DecimalText {
  return decimal(100, (rest) => point + String(rest).padStart(2, '0'));
}

/** As few places as it takes: 1500 is `1.5`, 2000 is `2`. */
export function thousandths(point: '.' | ','): DecimalText {
  return decimal(1000, (rest) => shortest(point, rest, 3));
}

/** As few places as it takes: hundredths of a percent as a part of one, 1250 is `0.125`. */
export function partsOfOne(point: '.' | ','): DecimalText {
  return decimal(10_000, (rest) => shortest(point, rest, 4));
}

function shortest(point: string, rest: number, places: number): string {
  return rest === 0 ? '' : point + String(rest).padStart(places, '0').replace(/0+$/, '');
}

/** No division of doubles: the fraction comes from a list of all there are. */
function decimal(scale: number, fraction: (rest: number) => string): DecimalText {
  const fractions = Array.from({ length: scale }, (_, rest) => fraction(rest));
  return (scaled) => {
    const all = Math.round(Math.abs(scaled));
    const text = Math.floor(all / scale) + (fractions[all % scale] ?? '');
    return scaled < 0 && all !== 0 ? `-${text}` : text;
  };
}
