import type { AnalysisQuestion } from '@/lib/domain/reports/analysis';
import { questionOf, reportFilterFields, reportQuestionFields } from '@/lib/domain/reports/question';
import { type FilterParams, readFilter, type SearchParams } from './filter-params';

interface ReportParams {
  question: AnalysisQuestion;
  /** The whole address again in one spelling: `period` or `from` and `to`, `compare`, `step`, `group`, and the filter. */
  params: FilterParams;
  /** The filter's part of it, as the address of the orders list names it. */
  filterParams: FilterParams;
}

/** The report that an address asks for. What makes no sense in it is left out, as everywhere in addresses. */
export function readReportParams(given: SearchParams, today: string): ReportParams {
  const { filter: fields, params } = readFilter(reportQuestionFields, given);
  const question = questionOf(fields, today);
  const { period, range } = question;
  const { period: _period, from: _from, to: _to, ...others } = params;
  return {
    question,
    params: { ...(period ? { period } : range), ...others },
    filterParams: readFilter(reportFilterFields, given).params,
  };
}
