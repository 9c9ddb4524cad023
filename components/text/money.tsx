import type { Format } from '@/lib/i18n/format';

/** Kopecks with their currency, whose sign steps back. */
export function Money({ minor, format }: { minor: number; format: Format }) {
  return (
    <span className="num">
      {format.amount(minor)}
      {'\u00a0'}
      <span className="muted">{format.symbol}</span>
    </span>
  );
}
