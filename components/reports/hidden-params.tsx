import type { ReportUrl } from './report-url';

/** The rest of an address, carried along by a form that changes a part of it. */
export function HiddenParams({ url: { params }, without }: { url: Pick<ReportUrl, 'params'>; without: readonly string[] }) {
  return Object.entries(params).map(([name, value]) =>
    value === undefined || without.includes(name) ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
