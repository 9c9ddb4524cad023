import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './office';

const address = '/reports?from=2026-02-01&to=2026-02-28&status=Pending,Completed&group=client,product';

function plain(text: string | null): string {
  return (text ?? '').replace(/[\u00a0\s]+/g, ' ').trim();
}

/** What a report says its orders come to. */
async function sumShown(page: Page): Promise<string> {
  const figure = page
    .locator('main dl')
    .first()
    .locator('div', { has: page.getByText('Сумма', { exact: true }) });
  return plain(await figure.getByRole('link').first().textContent()).replace(/ ₽$/, '');
}

async function fileOf(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('summary', { hasText: 'Скачать' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  await page.keyboard.press('Escape');
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the table of a report is downloaded as the page shows it, in every format', async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page);
  await page.goto(address);
  const shown = await sumShown(page);
  const sum = shown.replace(/ /g, '');
  expect(Number(sum.replace(',', '.'))).toBeGreaterThan(0);

  const csv = await fileOf(page, /^CSV для Excel/);
  expect(csv.name).toBe('Отчёт 2026-02-01 – 2026-02-28.csv');
  await expect(page.getByText(/^Скачан[оа] [\d\s]+ строк\S* на сумму /)).toContainText(`${shown} ₽`);
  const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^\ufeffКлиент;№ клиента;Товар;/);
  expect(lines.at(-1)).toContain(`;${sum};`);

  await page.goto(address);
  const json = JSON.parse((await fileOf(page, /^JSON/)).bytes.toString('utf8')) as { totals: { total: string }; rows: object[] };
  expect(json.totals.total).toBe(sum.replace(',', '.'));
  expect(json.rows).toHaveLength(lines.length - 2);

  await page.goto(address);
  const xlsx = await fileOf(page, /^Excel/);
  expect([xlsx.name.slice(-5), xlsx.bytes.subarray(0, 2).toString()]).toEqual(['.xlsx', 'PK']);

  await page.goto(address);
  const pdf = await fileOf(page, /^PDF/);
  expect([pdf.name.slice(-4), pdf.bytes.subarray(0, 5).toString()]).toEqual(['.pdf', '%PDF-']);
});

test('a long download of a report tells how far it has come and can be stopped', async ({ page }) => {
  await signIn(page);
  let [computed, stopped] = [false, false];
  await page.route('**/api/exports/progress/**', (route) => {
    const counted = computed ? { rows: 1200, total: 4000 } : { rows: 0, total: null };
    return route.fulfill({ json: { state: stopped ? 'cancelled' : 'running', ...counted, sum_minor: 0 } });
  });
  await page.route('**/api/exports/cancel/**', (route) => {
    stopped = route.request().method() === 'DELETE';
    return route.fulfill({ json: { success: true } });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  expect((await fileOf(page, /^PDF/)).name).toMatch(/\.pdf$/);
  await expect(page.getByText('готовится')).toBeVisible();
  computed = true;
  await expect(page.getByText(/^1\s200 из 4\s000$/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Скачивание: PDF' })).toHaveAttribute('value', '1200');
  await page.getByRole('button', { name: 'Остановить' }).click();
  await expect(page.getByText('Скачивание остановлено, файл неполный')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});
