import { beforeAll, describe, expect, test } from 'vitest';
import { pdfPages } from '@/lib/export/testing/pdf-text';
import { sheetsOf } from '@/lib/export/testing/sheet-cells';
import { call, encodings } from '@/lib/testing/api';

/** Kopecks of a decimal. */
const minor = (text: unknown) => Math.round(Number(text) * 100);
const products = ['Стол «Норд»', 'Кабель', '=1+1'];

interface Row {
  key: string | number | null;
  name: string | null;
  orders: number;
  total: string;
  quantity: number;
  share: number;
  cumulative: number;
  class: string | null;
  parts: Row[];
}

interface Told {
  from: string;
  to: string;
  figures: Record<string, string | number>;
  compared: { figures: Record<string, string | number>; bars: object[] } | null;
  step: string;
  bars: { orders: number; total: string }[];
  rows_total: number;
  rows: Row[];
  statuses: Row[];
  hours: { orders: number[][]; total: string[][] };
}

async function told(body: object): Promise<Told> {
  const reply = await call('POST', '/api/reports/analysis/', body);
  expect(reply.status).toBe(200);
  return reply.json as unknown as Told;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

async function done(method: string, path: string, body?: object): Promise<void> {
  const reply = await call(method, path, body);
  expect([path, reply.status, reply.text]).toEqual([path, 200, reply.text]);
}

beforeAll(async () => {
  for (const [at, last_name] of ['Ромашкин', 'Ким', '=HYPERLINK("x")'].entries())
    await done('POST', '/api/clients/add/', { first_name: 'Ян', last_name, email: `c${at}@example.ru` });
  for (let n = 0; n < 24; n++) {
    const items = products
      .slice(0, (n % 3) + 1)
      .map((product, at) => ({ product, quantity: 1 + at, price: `${(n * 997) % 400}.${10 + n}` }));
    await done('POST', '/api/orders/add/', { client: ((n % 4) % 3) + 1, items });
    if (n % 2) await done('POST', `/api/orders/edit/${n + 1}/`, { status: n % 4 === 1 ? 'Completed' : 'Cancelled' });
    if (n % 7 === 3) await done('DELETE', `/api/orders/delete/${n + 1}/`);
  }
});

test.each(encodings)('200 a report of today, in %s', async (encoding) => {
  const reply = await call('POST', '/api/reports/analysis/', { period: 'today', group: 'product', limit: 2 }, { encoding });
  expect(reply.status).toBe(200);
  const report = reply.json as unknown as Told;
  expect([report.from, report.step, report.rows_total, report.rows.length]).toEqual([report.to, 'day', 3, 2]);
  expect(report.figures).toMatchObject({ new_clients: 3, returning_clients: 0 });
  expect(report.compared?.figures).toMatchObject({ orders: 0, total: '0.00', median: '0.00' });
});

describe('200 figures, bars, rows and hours', () => {
  test('are those of the orders behind them, by any filter', async () => {
    for (const filter of [{}, { status: ['Pending', 'Completed'] }, { client_id: 2 }, { search: 'кабель' }, { sum_from: '300.00' }]) {
      const report = await told({ period: 'today', compare: 'none', group: ['client', 'product'], ...filter });
      const { orders } = (await call('POST', '/api/orders/get/', { ...filter, limit: 200 })).json as { orders: { total_price: string }[] };
      const total = sum(orders.map(({ total_price }) => minor(total_price)));
      expect([report.figures.orders, minor(report.figures.total)]).toEqual([orders.length, total]);
      expect(orders.length).toBeGreaterThan(2);
      expect(sum(report.rows.map((row) => minor(row.total)))).toBe(total);
      expect(sum(report.rows.flatMap(({ parts }) => parts.map((part) => minor(part.total))))).toBe(total);
      expect(sum(report.statuses.map((row) => minor(row.total)))).toBe(total);
      expect(sum(report.bars.map((bar) => minor(bar.total)))).toBe(total);
      expect(sum(report.hours.total.flat().map(minor))).toBe(total);
      expect([sum(report.hours.orders.flat()), report.compared]).toEqual([orders.length, null]);
    }
  });

  test('have classes where few bring most', async () => {
    const { rows } = await told({ period: 'week', group: 'client' });
    expect([rows[0]?.class, rows.at(-1)?.cumulative]).toEqual(['A', 1]);
    expect((await told({ period: 'week', group: 'status' })).rows.every((row) => row.class === null)).toBe(true);
  });
});

test.each([
  [{ period: 'century' }, 'period'],
  [{ period: 'last_0' }, 'period'],
  [{ from: '2026-01-01' }, 'to'],
  [{ to: '2026-01-01' }, 'from'],
  [{ from: '2026-01-02', to: '2026-01-01' }, 'to'],
  [{ from: '1026-01-02', to: '2026-01-01' }, 'to'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'from'],
  [{ group: ['client', 'product', 'day'] }, 'group'],
  [{ group: 'colour' }, 'group'],
  [{ compare: 'never' }, 'compare'],
  [{ step: 'hour' }, 'step'],
  [{ limit: 0 }, 'limit'],
  [{ sum_from: '1.234' }, 'sum_from'],
])('400 %j', async (body, field) => {
  const reply = await call('POST', '/api/reports/analysis/', body);
  expect([reply.status, Object.keys((reply.json as { fields?: object }).fields ?? {})]).toEqual([400, [field]]);
});

test('401 and 403', async () => {
  for (const [method, path] of [
    ['POST', '/api/reports/analysis/'],
    ['GET', '/api/reports/table/'],
  ] as const) {
    expect((await call(method, path, undefined, { as: null })).status).toBe(401);
    expect((await call(method, path, undefined, { as: 'viewer' })).status).toBe(200);
  }
});

describe('200 the table as a file', () => {
  const address = '/api/reports/table/?period=today&group=client,product&status=Pending,Completed';
  const asked = { period: 'today', group: ['client', 'product'], status: ['Pending', 'Completed'] };

  test('in CSV for Excel: groups, parts, the whole', async () => {
    const report = await told(asked);
    const reply = await call('GET', `${address}&format=csv`);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toMatch(
      /^attachment; filename="report_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d.csv"; filename\*=UTF-8''/,
    );
    const lines = reply.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffКлиент;№ клиента;Товар;№ товара;Заказы;Ожидают;Продано штук;Сумма;Доля;С накоплением;Класс ABC');
    expect(lines).toHaveLength(Number(reply.headers['x-row-count']) + 2);
    const { total, orders } = report.figures;
    expect(lines.at(-1)).toContain(`Всего;;;;${orders};`);
    expect(lines.at(-1)).toContain(`;${String(total).replace('.', ',')};100,00%;`);
    expect(reply.text).toContain(`"'=HYPERLINK(""x"") Ян"`);
  });

  test('in CSV for machines: names, points, no totals', async () => {
    const reply = await call('GET', '/api/reports/table/?period=today&group=status&preset=rfc4180');
    const [head, ...lines] = reply.text.trimEnd().split('\r\n');
    expect(head).toBe('status,orders,pending,quantity,total,share,cumulative');
    expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(['Cancelled', 'Completed', 'Pending']);
    const report = await told({ period: 'today', group: 'status' });
    expect(sum(lines.map((line) => minor(line.split(',')[4])))).toBe(minor(report.figures.total));
  });

  test('in JSON, with what it covers', async () => {
    const report = await told(asked);
    const reply = await call('GET', `${address}&format=json`);
    const { rows, totals, parameters } = reply.json as {
      rows: Record<string, string | number | null>[];
      totals: Record<string, string | number>;
      parameters: { label: string; value: string | number }[];
    };
    const parts = rows.filter((row) => row.product_id !== null);
    expect(sum(parts.map((row) => minor(row.total)))).toBe(minor(report.figures.total));
    expect(totals).toMatchObject({ orders: report.figures.orders, total: report.figures.total });
    const facts = Object.fromEntries(parameters.map(({ label, value }) => [label, value]));
    expect(facts).toMatchObject({
      Отбор: 'Статус: Ожидает, Выполнен',
      Группировка: 'Клиент, Товар',
      Сумма: report.figures.total,
      'Контрольная сумма строк': report.figures.total,
      Строк: rows.length,
      Медиана: report.figures.median,
      'Было: Сумма': '0.00',
    });
  });

  test('in XLSX, typed, with a chart and the sheet of parameters', async () => {
    const report = await told({ period: 'today', group: 'client' });
    const reply = await call('GET', '/api/reports/table/?period=today&group=client&format=xlsx&sort=-orders');
    const [sheet, facts] = sheetsOf(reply.bytes);
    expect([sheet?.name, facts?.name]).toEqual(['Отчёт по заказам', 'Параметры']);
    expect(sheet?.rows.at(-1)?.map((cell) => cell?.value)).toEqual(
      expect.arrayContaining(['Всего', report.figures.orders, Number(report.figures.total)]),
    );
    const orders = sheet?.rows.slice(1, -1).map((row) => row[2]?.value) ?? [];
    expect(orders).toEqual([...orders].sort((a, b) => Number(b) - Number(a)));
    expect(Buffer.from(reply.bytes).includes('xl/charts/chart1.xml')).toBe(true);
  });

  test('in PDF, over as many pages as it takes', async () => {
    const report = await told({ period: 'last_400', group: 'client' });
    const reply = await call('GET', '/api/reports/table/?period=last_400&group=client,day&format=pdf&lang=ru');
    expect(reply.headers['content-type']).toBe('application/pdf');
    const texts = pdfPages(reply.bytes).flat();
    const amount = String(report.figures.total)
      .replace(/\B(?=(\d{3})+\.)/g, '\u00a0')
      .replace('.', ',');
    expect(texts).toEqual(
      expect.arrayContaining(['Отчёт по заказам', `${amount}\u00a0₽`, 'Сумма по месяцам, ₽', 'Ромашкин Ян', 'Всего', amount]),
    );
    expect(texts.at(-1)).toMatch(/^Отчёт .* стр\. 1 из 1$/);
  });

  test('of nothing', async () => {
    const empty = await call('GET', '/api/reports/table/?from=2001-01-01&to=2001-01-31&format=pdf&lang=en');
    expect(pdfPages(empty.bytes).flat()).toContain('There are no orders in this period');
    const table = await call('GET', '/api/reports/table/?from=2001-01-01&to=2001-01-31&group=day');
    expect(table.text.trimEnd().split('\r\n')[1]).toBe('Всего;0;0;0;0,00;0,00%;');
  });

  test('400 what makes no sense is told, not left out', async () => {
    for (const query of ['period=x', 'from=2026-01-01', 'group=client,product,day', 'format=doc', 'sort=colour', 'client=x']) {
      const reply = await call('GET', `/api/reports/table/?${query}`);
      expect([query, reply.status]).toEqual([query, 400]);
    }
  });
});
