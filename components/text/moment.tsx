import type { Format } from '@/lib/i18n/format';

/** `23.11 14:02`: the day first, the time a step back; the full instant on hover. */
export function ListMoment({ at, format }: { at: number; format: Format }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={format.exact(at)} style={{ whiteSpace: 'nowrap' }}>
      <span className="num">{format.listDay(format.dayOf(at))}</span> <span className="num muted">{format.time(at)}</span>
    </time>
  );
}
