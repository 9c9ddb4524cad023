import { scaleBand, scaleLinear } from 'd3-scale';
import { axisDay } from '@/lib/i18n/compact';
import type { Format } from '@/lib/i18n/format';
import shared from './bars.module.css';
import styles from './day-bars.module.css';

interface Day {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Kopecks. */
  totalMinor: number;
}

interface DayBarsProps {
  days: readonly Day[];
  /** The same days of the period before, one after the other; may be fewer. */
  before: readonly Day[];
  /** This bar is emphasised. */
  today: string;
  format: Format;
  hrefOf: (day: string) => string;
  words: { title: string; day: string; sum: string; before: string; empty: string };
}

/** Kopecks in a thousand rubles, the unit of the axis. */
const thousand = 100_000;
const [allLabelled, ticks] = [10, 4];

/** Every day of a short span, else the Mondays and the last, which keep their distance. */
function labelled(days: readonly Day[]): Set<string> {
  if (days.length <= allLabelled) return new Set(days.map(({ day }) => day));
  const mondays = days.slice(0, -3).filter(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1);
  return new Set([...mondays, ...days.slice(-1)].map(({ day }) => day));
}

function geometry(days: readonly Day[], before: readonly Day[]) {
  const most = Math.max(...days.map(({ totalMinor }) => totalMinor), ...before.map(({ totalMinor }) => totalMinor), 0);
  const height = scaleLinear([0, most / thousand || 1], [0, 100]).nice(ticks);
  const place = scaleBand(
    days.map(({ day }) => day),
    [0, 100],
  ).padding(0.3);
  return {
    marks: most === 0 ? [0] : height.ticks(ticks),
    bottomOf: (value: number) => height(value),
    heightOf: ({ totalMinor }: Day) => height(totalMinor / thousand),
    leftOf: (day: string) => place(day) ?? 0,
    width: place.bandwidth(),
    step: place.step(),
  };
}

/** Sums day by day as bars, each a link to its orders; drawn by the server, so it needs no JavaScript. */
export function DayBars({ days, before, today, format, hrefOf, words }: DayBarsProps) {
  const { marks, bottomOf, heightOf, leftOf, width, step } = geometry(days, before);
  const told = labelled(days);
  const line = before.slice(0, days.length).map((was, at) => `${leftOf(days[at]?.day ?? '') + width / 2},${100 - heightOf(was)}`);
  const nothing = days.every(({ totalMinor }) => totalMinor === 0);
  return (
    <figure className={styles.chart}>
      <div className={styles.plot}>
        {marks.map((mark) => (
          <div key={mark} className={styles.mark} style={{ bottom: `${bottomOf(mark)}%` }} aria-hidden="true">
            <span className="num">{format.number(mark)}</span>
          </div>
        ))}
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it has no element of its own. */}
        <svg className={shared.bars} viewBox="0 0 100 100" preserveAspectRatio="none" role="group" aria-label={words.title}>
          {days.map((day) => (
            <a
              key={day.day}
              href={hrefOf(day.day)}
              className={day.day === today ? shared.strong : undefined}
              aria-label={`${format.longDay(day.day)}: ${format.money(day.totalMinor)}`}
            >
              <title>{`${format.longDay(day.day)}: ${format.money(day.totalMinor)}`}</title>
              <rect className={shared.hit} x={leftOf(day.day) - (step - width) / 2} y={0} width={step} height={100} />
              <rect className={shared.bar} x={leftOf(day.day)} y={100 - heightOf(day)} width={width} height={heightOf(day)} />
            </a>
          ))}
          {line.length > 1 ? <polyline className={styles.before} points={line.join(' ')} /> : null}
        </svg>
        {nothing ? <p className={styles.empty}>{words.empty}</p> : null}
      </div>
      <div className={styles.days} aria-hidden="true">
        {days
          .filter(({ day }) => told.has(day))
          .map(({ day }) => (
            <span key={day} className={day === today ? styles.now : undefined} style={{ left: `${leftOf(day) + width / 2}%` }}>
              {axisDay(day, format)}
            </span>
          ))}
      </div>
      <div className="hidden">
        <table>
          <caption>{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.sum}</th>
              <th scope="col">{words.before}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, totalMinor }, at) => (
              <tr key={day}>
                <th scope="row">{format.longDay(day)}</th>
                <td>{format.money(totalMinor)}</td>
                <td>{before[at] ? format.money(before[at].totalMinor) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
