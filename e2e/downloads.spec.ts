import { readFileSync } from 'node:fs';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { addClient, addOrders, freshName, openReady, signIn } from './office';

test.beforeEach(async ({ page }) => signIn(page));

async function pressed(page: Page, link: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return download;
}

async function openMenu(page: Page): Promise<Locator> {
  await page.getByRole('main').locator('summary', { hasText: 'Скачать' }).click();
  return page.getByRole('main').locator('details[open]');
}

/** Rows of a machine's CSV whose cells hold no commas. */
async function rowsOf(download: Download): Promise<string[][]> {
  const text = readFileSync(await download.path(), 'utf8');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

test('a list is downloaded as it stands there, its rows told before and after', async ({ page }) => {
  const client = await addClient(page, freshName());
  const ids = await addOrders(page, client, 3);
  await openReady(page, `/orders?client=${client}&sort=id`);
  const menu = await openMenu(page);
  const screen = menu.getByRole('region', { name: 'Столбцы как на экране' });
  const download = await pressed(page, screen.getByRole('link', { name: 'CSV (RFC 4180) 3 строки' }));
  expect(download.suggestedFilename()).toMatch(/^Заказы \d{4}-\d\d-\d\d\.csv$/);
  const [head, ...rows] = await rowsOf(download);
  expect(head).toEqual(['id', 'version', 'created_at', 'client_name', 'company', 'goods', 'status', 'author', 'total_price']);
  expect(rows.map(([id]) => Number(id))).toEqual(ids);
  await expect(page.getByText(/^Скачано 3 строки на сумму 300,00\s₽$/)).toBeVisible();
  await expect(menu).toHaveCount(0);

  const lines = (await openMenu(page)).getByRole('region', { name: 'Строки заказов' });
  const workbook = await pressed(page, lines.getByRole('link', { name: 'Excel 3 строки', exact: true }));
  expect(workbook.suggestedFilename()).toMatch(/^Строки заказов .*\.xlsx$/);
  expect(
    readFileSync(await workbook.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('only the marked rows are downloaded, or all that were found', async ({ page }) => {
  const client = await addClient(page, freshName());
  const ids = await addOrders(page, client, 4);
  await openReady(page, `/orders?client=${client}&sort=-id`);
  await page.getByRole('checkbox', { name: `Отметить заказ № ${ids[0]}` }).check();
  await page.getByRole('checkbox', { name: `Отметить заказ № ${ids[2]}` }).check();
  const bar = page.getByRole('region', { name: 'Отмеченные записи' });
  await bar.getByRole('button', { name: 'Скачать' }).click();
  const [, ...rows] = await rowsOf(await pressed(page, bar.getByRole('link', { name: 'CSV (RFC 4180)' })));
  expect(rows.map(([id]) => Number(id))).toEqual([ids[2], ids[0]]);
  await expect(page.getByText(/^Скачано 2 строки на сумму 200,00\s₽$/)).toBeVisible();
});

test('clients, products and the history have the menu, too', async ({ page }) => {
  for (const [path, name] of [
    ['/clients', 'Клиенты'],
    ['/products', 'Товары'],
    ['/history', 'История'],
  ] as const) {
    await openReady(page, path);
    const menu = await openMenu(page);
    const download = await pressed(page, menu.getByRole('link', { name: /^CSV для Excel/ }).first());
    expect(download.suggestedFilename()).toContain(`${name} `);
    await expect(page.getByText(/^Скачано [\d\s]+ строк/)).toBeVisible();
  }
});

test('a long download tells how far it has come and can be stopped', async ({ page }) => {
  let stopped = false;
  await page.route('**/api/exports/progress/**', (route) =>
    route.fulfill({ json: { state: stopped ? 'cancelled' : 'running', rows: 1200, total: 4000, sum_minor: 0 } }),
  );
  await page.route('**/api/exports/cancel/**', (route) => {
    stopped = route.request().method() === 'DELETE';
    return route.fulfill({ json: { success: true } });
  });
  await openReady(page, '/orders');
  await pressed(page, (await openMenu(page)).getByRole('link', { name: /^JSON/ }).first());
  await expect(page.getByText(/^1\s200 из 4\s000$/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Скачивание: JSON' })).toHaveAttribute('value', '1200');
  await page.getByRole('button', { name: 'Остановить' }).click();
  await expect(page.getByText('Скачивание остановлено, файл неполный')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('without JavaScript the menu is there and its links give the file', async ({ page, browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const quiet = await plain.newPage();
  await quiet.goto('/orders?status=Cancelled');
  const download = await pressed(quiet, (await openMenu(quiet)).getByRole('link', { name: /^CSV \(RFC 4180\)/ }).first());
  const [, ...rows] = await rowsOf(download);
  expect(rows.length).toBeGreaterThan(0);
  await plain.close();
});
