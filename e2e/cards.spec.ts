import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addClient, freshName, openMore, signIn } from './office';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

interface Line {
  product: string;
  price: string;
  quantity?: number;
}

/** Over the API, for arranging: an order of a client; its number. */
async function addOrder(page: Page, client: number, ...items: Line[]): Promise<number> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const { access } = (await answer.json()) as { access: string };
  const headers = { authorization: `Bearer ${access}` };
  const added = await page.request.post('/api/orders/add/', { headers, data: { client, items } });
  return ((await added.json()) as { id: number }).id;
}

async function newOrder(page: Page): Promise<number> {
  return addOrder(page, await addClient(page, freshName()), { product: 'Стол', price: '100.00' });
}

const part = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

async function attach(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Прикрепить файл').setInputFiles({ name, mimeType, buffer });
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Прикрепить', exact: true }).click()]);
  await expect(page).toHaveURL(/#files$/);
}

test('a comment is left, stands in the history, and is taken away', async ({ page }) => {
  await signIn(page);
  await page.goto(`/orders/${await newOrder(page)}`);
  const comments = part(page, 'Комментарии');
  const button = comments.getByRole('button', { name: 'Оставить комментарий' });
  await button.click();
  await expect(comments.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await comments.getByRole('textbox').fill('Позвонить до обеда');
  await button.dblclick();
  await expect(comments.getByRole('listitem')).toHaveCount(1);
  await expect(comments.getByRole('listitem')).toContainText('test');
  await expect(comments.getByRole('listitem')).toContainText('Позвонить до обеда');
  await expect(comments.getByRole('textbox')).toHaveValue('');
  const history = page.getByRole('complementary', { name: 'История' });
  await expect(history).toContainText('test оставил комментарий «Позвонить до обеда»');
  await comments.getByRole('button', { name: 'Удалить комментарий «Позвонить до обеда»' }).click();
  await expect(comments.getByRole('listitem')).toHaveCount(0);
  await expect(history).toContainText('удалил комментарий');
});

test('files are attached, downloaded as they were, taken off and brought back', async ({ page }) => {
  await signIn(page);
  const order = await newOrder(page);
  await page.goto(`/orders/${order}`);
  await attach(page, 'счёт на оплату.pdf', 'application/pdf', pdf);
  await attach(page, 'фото.png', 'image/png', png);
  const files = part(page, 'Файлы');
  await expect(files.getByRole('listitem')).toHaveCount(2);
  const picture = files.locator('img');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);

  const link = files.getByRole('link', { name: 'счёт на оплату.pdf' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('счёт на оплату.pdf');
  expect(readFileSync(await download.path())).toEqual(pdf);
  const headers = (await page.request.get((await link.getAttribute('href')) ?? '')).headers();
  expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%D1%81/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain('sandbox');

  await files.getByRole('button', { name: 'Убрать файл «счёт на оплату.pdf»' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(1);
  const history = page.getByRole('complementary', { name: 'История' });
  const removal = history.getByRole('listitem').filter({ hasText: 'убрал файл «счёт на оплату.pdf»' });
  await removal.getByRole('link', { name: 'Отменить' }).click();
  await page.waitForURL(/\/undo/);
  await page.getByRole('button', { name: 'Отменить действие' }).click();
  await expect(page.getByText('Действие отменено.')).toBeVisible();
  await page.goto(`/orders/${order}`);
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await Promise.all([page.waitForEvent('download'), link.click()]);
});

test('what is too big, of another kind, or from another site is refused, and nothing is attached', async ({ page }) => {
  await signIn(page);
  const order = await newOrder(page);
  await page.goto(`/orders/${order}`);
  const files = part(page, 'Файлы');
  await attach(page, 'большой.pdf', 'application/pdf', Buffer.concat([pdf, Buffer.alloc(11 * 1024 * 1024)]));
  await expect(files.getByRole('alert')).toContainText('Файл больше 10 МБ');
  await attach(page, 'страница.png', 'image/png', Buffer.from('<html><script>alert(1)</script>'));
  await expect(files.getByRole('alert')).toContainText('Такой файл прикрепить нельзя');
  await attach(page, 'пустой.txt', 'text/plain', Buffer.alloc(0));
  await expect(files.getByRole('alert')).toContainText('пуст');
  await expect(files.getByRole('listitem')).toHaveCount(0);

  const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf };
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const answer = await page.request.post(`/files/orders/${order}`, { multipart: { file }, headers, maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([303, `/orders/${order}?file_problem=forbidden#files`]);
  await page.goto(`/orders/${order}`);
  await expect(files.getByRole('listitem')).toHaveCount(0);
  await page.context().clearCookies();
  expect((await page.request.get('/files/1', { maxRedirects: 0 })).headers().location).toMatch(/^\/login/);
});

test('an order’s card tells what was paid before, moves on, and filters its history', async ({ page }) => {
  await signIn(page);
  const client = await addClient(page, freshName());
  const first = await addOrder(page, client, { product: 'Стол', price: '100.00' });
  const second = await addOrder(page, client, { product: 'Стол', price: '120.00', quantity: 2 }, { product: 'Стул', price: '30.00' });
  await page.goto(`/orders/${second}?in=all`);
  const rows = page.getByRole('table', { name: 'Состав' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('было 100,00');
  await expect(rows.nth(1).getByRole('link', { name: 'было 100,00' })).toHaveAttribute('href', `/orders/${first}`);
  await expect(rows.nth(2)).toContainText('впервые');
  await expect(rows.nth(2)).toContainText(/270,00/);
  await expect(page.getByRole('link', { name: 'Повторить' })).toHaveAttribute('href', `/orders/new?repeat=${second}`);
  await page.getByRole('button', { name: 'Выполнить' }).click();
  const history = page.getByRole('complementary', { name: 'История' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Выполнить' })).toHaveCount(0);
  await expect(page, 'the card still knows its list').toHaveURL(/in=all/);
  await history.getByRole('link', { name: 'Описание' }).click();
  await page.waitForURL(/history=description/);
  await expect(history.getByRole('listitem')).toHaveCount(1);
});

test('every figure and month of a client opens exactly those orders', async ({ page }) => {
  await signIn(page);
  await page.goto('/clients/12');
  const figures = page.locator('dl').first();
  const count = Number(await figures.getByRole('link').first().textContent());
  const sum = (await figures.getByRole('link', { name: /₽/ }).first().textContent()) ?? '';
  const bars = page.getByRole('figure').getByRole('link');
  await expect(bars).toHaveCount(12);
  const told = await bars.filter({ hasNotText: 'заказов нет' }).first().textContent();
  const [, monthSum = '', monthCount = ''] = /: (.*), (\d+) заказ/.exec(told ?? '') ?? [];

  await figures.getByRole('link').first().click();
  await page.waitForURL(/\/orders\?/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(count + 1);
  await expect(page.getByRole('main')).toContainText(sum);
  await page.goto('/clients/12');
  await bars.filter({ hasNotText: 'заказов нет' }).first().click();
  await page.waitForURL(/from=/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(Number(monthCount) + 1);
  await expect(page.getByRole('main')).toContainText(monthSum);
});

test('a client’s contacts are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  await page.goto(`/clients/${await addClient(page, freshName())}`);
  await page.getByRole('button', { name: /Скопировать: \+7/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Скопировано' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('+79215551022');
});

test('a number that was never given says so and offers the search; a binned card says who', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/999999');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такого заказа нет');
  await page.getByRole('searchbox', { name: 'Что найти' }).fill('кресло');
  await page.getByRole('button', { name: 'Найти' }).click();
  await page.waitForURL(/\/orders\?q=/);
  await page.goto('/clients/999999');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такого клиента нет');
  await page.goto(`/orders/${await newOrder(page)}`);
  await openMore(page);
  await page.getByRole('button', { name: 'Удалить заказ' }).click();
  await expect(page.getByText(/В корзине с .*, удалил test/)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a card is read, commented, given a file, and its menu opens', async ({ page }) => {
    await signIn(page);
    const order = await newOrder(page);
    await page.goto(`/orders/${order}`);
    const comments = part(page, 'Комментарии');
    await comments.getByRole('textbox').fill('Без сценария');
    await comments.getByRole('button', { name: 'Оставить комментарий' }).click();
    await expect(comments.getByRole('listitem')).toContainText('Без сценария');
    await attach(page, 'прайс.csv', 'text/csv', Buffer.from('товар;цена\r\nстол;100\r\n'));
    await expect(part(page, 'Файлы').getByRole('link', { name: 'прайс.csv' })).toBeVisible();
    await openMore(page);
    await page.getByRole('button', { name: 'Отменить заказ' }).click();
    await expect(page.getByRole('main')).toContainText('Отменён');
    await page.goto('/clients/12');
    await expect(page.getByRole('figure').getByRole('link')).toHaveCount(12);
    await expect(page.getByRole('button', { name: /Скопировать/ })).toHaveCount(0);
  });
});
