import { expect, type Page, test } from '@playwright/test';
import { signIn } from './office';

async function noSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test('an order is printed from its card: the sheet has the card’s total, in figures and words', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/5');
  const total = ((await page.getByText('Итого').locator('xpath=following-sibling::dd').textContent()) ?? '').trim();
  await page.getByText('Печать', { exact: true }).click();
  await page.getByRole('link', { name: 'Счёт', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Счёт по заказу № 5');
  const sheet = page.getByRole('article');
  await expect(sheet.getByRole('heading')).toContainText('Счёт на оплату № 5');
  await expect(sheet.getByText('Всего к оплате').locator('xpath=following-sibling::dd')).toHaveText(total);
  await expect(sheet).toContainText(/рубл\S+ \d\d копе/);
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Накладная' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Накладная по заказу № 5');
  await expect(page.getByRole('article')).toContainText('Отпустил');
});

test('on paper only the sheet remains, black on white in the dark theme too', async ({ page }) => {
  await signIn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/orders/5/print');
  await expect(page.getByRole('button', { name: 'Печать' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Печать' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByText('Заполнить в настройках')).toBeHidden();
  const sheet = page.getByRole('article');
  await expect(sheet).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(sheet.locator('thead').first()).toHaveCSS('display', 'table-header-group');
});

test('the button opens the browser’s printing', async ({ page }) => {
  await signIn(page);
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.goto('/orders/5/print');
  await page.getByRole('button', { name: 'Печать' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});

test('both forms come as PDF with the browser’s session', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/5');
  await page.getByText('Печать', { exact: true }).click();
  for (const name of ['Счёт в PDF', 'Накладная в PDF']) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test('what the organisation has not entered is named, with the way to enter it', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/5/print');
  await expect(page.getByText(/В документе нет реквизитов организации: ИНН/)).toBeVisible();
  await page.getByRole('link', { name: 'Заполнить в настройках' }).click();
  await expect(page).toHaveURL(/\/settings/);
});

test('several orders print as they were given, each on a sheet of its own', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/print?ids=7,3,5,3,999999&form=waybill');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 накладные');
  await expect(page.getByRole('article')).toHaveCount(3);
  const titles = await page.getByRole('article').getByRole('heading').allTextContents();
  expect(titles.map((title) => /№\s(\d+)/.exec(title)?.[1])).toEqual(['7', '3', '5']);
  await expect(page.getByText('Такого заказа нет: № 999999')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article').nth(1)).toHaveCSS('break-before', 'page');
});

test('more than a hundred, none, and one that never was are told clearly', async ({ page }) => {
  await signIn(page);
  await page.goto(`/orders/print?ids=${Array.from({ length: 101 }, (_, index) => index + 1).join(',')}`);
  await expect(page.getByText('За один раз печатается не больше 100 заказов')).toBeVisible();
  await page.goto('/orders/print');
  await expect(page.getByText('В адресе нет номеров заказов')).toBeVisible();
  expect((await page.goto('/orders/999999/print'))?.status()).toBe(404);
});

test('reads on a phone and without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 800 }, locale: 'ru-RU', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto('/orders/5/print');
  await expect(page.getByRole('article')).toContainText('Всего к оплате');
  await expect(page.getByRole('article')).toContainText('Сумма, ₽');
  await context.close();

  const phone = await browser.newPage({ baseURL, viewport: { width: 360, height: 800 }, locale: 'ru-RU' });
  await signIn(phone);
  await phone.goto('/orders/5/print');
  await noSidewaysScroll(phone);
  await phone.close();
});
