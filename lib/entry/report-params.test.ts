import { expect, test } from 'vitest';
import { readReportParams } from './report-params';

const today = '2026-11-23';

test('an empty address is the current month by clients, beside the one before', () => {
  expect(readReportParams({}, today)).toEqual({
    question: {
      filter: {},
      range: { from: '2026-11-01', to: '2026-11-30' },
      period: 'month',
      compare: 'previous',
      step: undefined,
      groups: ['client'],
    },
    params: { period: 'month' },
    filterParams: {},
  });
});

test('named days win over a period; groups and the filter have the names of addresses', () => {
  const given = { period: 'year', from: '2026-10-05', to: '2026-10-14', compare: 'year', step: 'week', group: 'client,product' };
  const read = readReportParams({ ...given, q: 'стол', client: '7', status: 'Pending,Completed', sum_from: '10.50' }, today);
  expect(read.question).toEqual({
    filter: { search: 'стол', client_id: 7, status: ['Pending', 'Completed'], sum_from: 1050 },
    range: { from: '2026-10-05', to: '2026-10-14' },
    period: undefined,
    compare: 'year',
    step: 'week',
    groups: ['client', 'product'],
  });
  const filter = { q: 'стол', client: '7', status: 'Pending,Completed', sum_from: '10.50' };
  expect(read.filterParams).toEqual(filter);
  expect(read.params).toEqual({
    from: '2026-10-05',
    to: '2026-10-14',
    compare: 'year',
    step: 'week',
    group: 'client,product',
    ...filter,
  });
  expect(readReportParams(read.params, today)).toEqual(read);
});

test('what makes no sense is left out', () => {
  const nonsense = [
    { period: 'century' },
    { period: 'last_0' },
    { from: '2026-10-05' },
    { from: '2026-10-05', to: '2026-10-04' },
    { from: '1026-10-05', to: '2026-10-04' },
    { from: '2026-02-30', to: '2026-03-01' },
    { group: 'client,product,day' },
    { group: 'colour' },
    { compare: 'never', step: 'hour', deleted: '1', match: 'any', client: 'x' },
  ];
  for (const given of nonsense) expect(readReportParams(given, today)).toEqual(readReportParams({}, today));
});

test('the last days and a group named twice', () => {
  const { question, params } = readReportParams({ period: 'last_7', group: ['client', 'client'] }, today);
  expect([question.range, question.groups, params.period]).toEqual([{ from: '2026-11-17', to: '2026-11-23' }, ['client'], 'last_7']);
});
