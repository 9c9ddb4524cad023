import type { Analysis, GroupRow, ReportGroup } from '@/lib/domain/reports/analysis';
import type { Format } from '@/lib/i18n/format';
import { rowName, type Words } from './report-words';
import { plainAmount, type TableText, tableText } from './table-text';

/** The whole table of a report for the clipboard: a row of every innermost group, no subtotals, so that it can be added up. */
export function groupText({ rows }: Pick<Analysis, 'rows'>, groups: readonly ReportGroup[], t: Words, format: Format): string {
  const [first, second] = groups;
  const figures = ({ orders, pending, quantityMilli, totalMinor, share }: GroupRow) => [
    orders,
    pending,
    quantityMilli / 1000,
    plainAmount(totalMinor),
    plainAmount(share),
  ];
  const lines: TableText['rows'] = rows.flatMap((row) => {
    const name = rowName(row, first, t, format);
    if (!second) return [[name, ...figures(row)]];
    return row.parts.map((part) => [name, rowName(part, second, t, format), ...figures(part)]);
  });
  const columns = (['orders', 'pending', 'quantity', 'sum', 'share'] as const).map((name) => t(`reportPage.columns.${name}`));
  const head = [...groups.map((group) => t(`reportPage.groups.${group}`)), ...columns.slice(0, -1), `${columns.at(-1)}, %`];
  return tableText({ head, rows: lines, point: format.locale === 'ru' ? ',' : '.' });
}
