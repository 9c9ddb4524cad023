import type { Analysis, ReportFigures } from '../../domain/reports/analysis';
import type { CellKind, TableParameter } from '../table';
import type { AnalysisReader, AskedAnalysis } from './analysis-words';

interface Figure {
  name: 'total' | 'orders' | 'average' | 'median' | 'quantity' | 'pending' | 'completed' | 'cancelled' | 'newClients' | 'returningClients';
  kind: CellKind & ('money' | 'count' | 'quantity');
  of: (figures: ReportFigures) => number;
}

/** The figures of a report in the order every file tells them. */
export const analysisFigures: readonly Figure[] = [
  { name: 'total', kind: 'money', of: ({ totalMinor }) => totalMinor },
  { name: 'orders', kind: 'count', of: ({ orders }) => orders },
  { name: 'average', kind: 'money', of: ({ averageMinor }) => averageMinor },
  { name: 'median', kind: 'money', of: ({ medianMinor }) => medianMinor },
  { name: 'quantity', kind: 'quantity', of: ({ quantityMilli }) => quantityMilli },
  { name: 'pending', kind: 'count', of: ({ pending }) => pending },
  { name: 'completed', kind: 'count', of: ({ completed }) => completed },
  { name: 'cancelled', kind: 'count', of: ({ cancelled }) => cancelled },
  { name: 'newClients', kind: 'count', of: ({ newClients }) => newClients },
  { name: 'returningClients', kind: 'count', of: ({ returningClients }) => returningClients },
];

/** What a report covers and finds, for the sheet «Параметры»: period, comparison, filter, figures, reader. */
export function analysisFacts(analysis: Analysis, { question, conditions }: AskedAnalysis, reader: AnalysisReader): TableParameter[] {
  const { words, format } = reader;
  const text = (name: 'what' | 'organisation' | 'period' | 'compared' | 'filter' | 'grouping' | 'user' | 'zone', value: string) =>
    ({ label: words(`analysis.parameters.${name}`), kind: 'text', value }) as const;
  const { compared } = analysis;
  const days = ({ from, to }: { from: string; to: string }) => format.period(from, to);
  return [
    text('what', words('analysis.title')),
    ...(reader.organisation ? [text('organisation', reader.organisation)] : []),
    text('period', days(analysis.range)),
    text('compared', compared ? days(compared.range) : words('analysis.uncompared')),
    text('filter', conditions.join('; ') || words('analysis.everything')),
    text('grouping', question.groups.map((group) => words(`analysis.groups.${group}`)).join(', ')),
    ...analysisFigures.map(({ name, kind, of }) => ({ label: words(`analysis.figures.${name}`), kind, value: of(analysis.figures) })),
    ...(compared
      ? analysisFigures.map(({ name, kind, of }) => ({
          label: words('analysis.parameters.was', { figure: words(`analysis.figures.${name}`) }),
          kind,
          value: of(compared.figures),
        }))
      : []),
    text('user', reader.user),
    { label: words('analysis.parameters.at'), kind: 'instant', value: reader.madeAt },
    text('zone', reader.timeZone),
  ];
}
