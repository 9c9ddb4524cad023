import { formatMinor } from '../domain/money';
import { russianDateTime } from '../i18n/dates';
import type { ReportContext } from './report-context';
import type { ReportCell } from './report-rows';

type Reader = Pick<ReportContext, 'locale' | 'timeZone'>;

/** A value as people read it: `1 234,56 ₽`, `17.12.2024`, `17 декабря 2024 года, 21:00`. */
export function cellText(cell: ReportCell, { locale, timeZone }: Reader): string {
  switch (cell.kind) {
    case 'text':
      return cell.value;
    case 'count':
      return String(cell.value);
    case 'money':
      return moneyText(cell.value, locale);
    case 'day':
      return locale === 'ru' ? cell.value.split('-').reverse().join('.') : englishDay(new Date(cell.value), 'UTC');
    case 'instant':
      return locale === 'ru' ? russianDateTime(cell.value, timeZone) : englishDateTime(cell.value, timeZone);
  }
}

/** Kopecks as `1 234,56 ₽` or `1,234.56 ₽`; the spaces do not break. */
function moneyText(minor: number, locale: Reader['locale']): string {
  const [whole = '', fraction = ''] = formatMinor(minor).split('.');
  const [group, point] = locale === 'ru' ? ['\u00a0', ','] : [',', '.'];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${fraction}\u00a0₽`;
}

function englishDay(at: Date, timeZone: string): string {
  return at.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}

function englishDateTime(instant: number, timeZone: string): string {
  const at = new Date(instant);
  return `${englishDay(at, timeZone)}, ${at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })}`;
}
