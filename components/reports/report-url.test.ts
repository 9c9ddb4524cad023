import { expect, test } from 'vitest';
import { daysInAddress, kindOf, readReportUrl, readSavedReport, reportHref } from './report-url';

const today = '2026-11-23';

test('a bare address is the present month by client', () => {
  const url = readReportUrl({}, today);
  expect(url.question).toMatchObject({ range: { from: '2026-11-01', to: '2026-11-30' }, compare: 'previous', groups: ['client'] });
  expect(url.wrongDays).toBeUndefined();
});

test('the last days come as a number, too, and win over days', () => {
  const url = readReportUrl({ last: '10', from: '2026-01-01', to: '2026-01-31' }, today);
  expect(url.question.range).toEqual({ from: '2026-11-14', to: today });
  expect(url.params).toMatchObject({ period: 'last_10' });
  expect(readReportUrl({ last: 'many' }, today).question.range.from).toBe('2026-11-01');
});

test.each([
  [{ from: '2026-11-20', to: '2026-11-10' }, 'to', 'order'],
  [{ from: '2026-11-20', to: '' }, 'to', 'missing'],
  [{ from: '31.02.2026', to: '2026-11-10' }, 'from', 'missing'],
])('%o is told at «%s», and everything else is kept', (days, field, problem) => {
  const url = readReportUrl({ ...days, period: 'year', group: 'product', status: 'Pending' }, today);
  expect(url.wrongDays).toEqual({ ...days, field, problem });
  expect(url.params).toMatchObject({ period: 'year', group: 'product', status: 'Pending' });
});

test('what is saved has one spelling on every day', () => {
  const given = { group: 'client', status: 'Pending', period: 'month', sort: 'name', open: 'B', what: 'x' };
  const spelled = Object.fromEntries(Object.entries(readSavedReport(given).params).filter(([, value]) => value !== undefined));
  expect(spelled).toEqual({ period: 'month', group: 'client', status: 'Pending', sort: 'name' });
  expect(reportHref(readReportUrl(given, today), { sort: undefined })).toBe('/reports?period=month&group=client&status=Pending');
});

test('days are known for the period they are', () => {
  expect(kindOf({ from: '2026-10-01', to: '2026-10-31' })).toBe('month');
  expect(kindOf({ from: '2026-10-05', to: '2026-10-11' })).toBe('week');
  expect(kindOf({ from: '2026-10-01', to: '2026-10-30' })).toBeUndefined();
  expect(daysInAddress({ from: '2026-11-01', to: '2026-11-30' }, today)).toEqual({ period: 'month', from: undefined, to: undefined });
  expect(daysInAddress({ from: '2026-10-01', to: '2026-10-31' }, today)).toEqual({
    period: undefined,
    from: '2026-10-01',
    to: '2026-10-31',
  });
});
