import { expect, type Page, test } from '@playwright/test';
import { signIn } from './office';

/** First and last day of the month before this one. */
function lastMonth(): { from: string; to: string } {
  const now = new Date();
  const day = (months: number, date: number) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, date)).toISOString().slice(0, 10);
  return { from: day(-1, 1), to: day(0, 0) };
}

/** Over the API: one more piece of the goods of an order, at this price. The order's sum before, in roubles. */
async function addLine(page: Page, id: number, price: string): Promise<number> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const headers = { authorization: `Bearer ${((await answer.json()) as { access: string }).access}` };
  const read = await page.request.post(`/api/orders/get/${id}/`, { headers });
  const { total_price } = (await read.json()) as { total_price: string };
  const items = [{ product: 'Новая строка', quantity: 1, price }];
  const edited = await page.request.post(`/api/orders/edit/${id}/`, { headers, data: { items } });
  expect(edited.ok()).toBe(true);
  return Number(total_price);
}

/** `−1 234,50 ₽` with the spaces of the page. */
function effect(roubles: number): string {
  const text = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Math.abs(roubles));
  return `${roubles < 0 ? '−' : '+'}${text}\u00a0₽`;
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an order changed after the end of its month is named with its effect, and leads to the order and its undo', async ({ page }) => {
      await signIn(page);
      const { from, to } = lastMonth();
      await page.goto(`/orders?from=${from}&to=${to}&status=Completed`);
      const row = page
        .getByRole('table')
        .getByRole('row')
        .nth(javaScriptEnabled ? 3 : 4);
      const id = Number(/№?\s*(\d+)/.exec((await row.getByRole('link').first().textContent()) ?? '')?.[1]);
      const price = javaScriptEnabled ? 777.77 : 555.55;
      const before = await addLine(page, id, String(price));

      await page.goto('/reports/changes');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Почему изменился');
      const changed = page.getByRole('row').filter({ has: page.getByRole('link', { name: `№ ${id}`, exact: true }) });
      await expect(changed.first()).toContainText('test изменил заказ');
      await expect(changed.first()).toContainText('API');
      await expect(
        changed
          .first()
          .getByText(effect(price - before))
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      await expect(page.getByText(/правк[аио]й? после конца периода|правок после конца периода/)).toBeVisible();

      await page.getByLabel('Кто').selectOption({ label: 'test' });
      await page.getByRole('button', { name: 'Показать' }).click();
      await expect(page).toHaveURL(/who=\d+/);
      await expect(changed.first()).toBeVisible();

      await page.setViewportSize({ width: 360, height: 800 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await expect(
        changed
          .first()
          .getByText(effect(price - before))
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      await page.setViewportSize({ width: 1440, height: 900 });

      await changed.first().getByRole('link', { name: 'Отменить' }).click();
      await expect(page).toHaveURL(/\/history\/\d+\/undo$/);
      await page.getByRole('button', { name: 'Отменить действие' }).click();
      await expect(page).not.toHaveURL(/\/undo$/);
      await page.goto(`/reports/changes?from=${from}&to=${to}`);
      await expect(
        changed
          .first()
          .getByText(effect(before - price))
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      await expect(changed.nth(1)).toContainText('отменено');
      await changed
        .first()
        .getByRole('link', { name: `№ ${id}`, exact: true })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`Заказ № ${id}`);
    });
  });
}

test('a month that runs has not ended, one without changes says so', async ({ page }) => {
  await signIn(page);
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`/reports/changes?from=${today.slice(0, 7)}-01&to=2099-12-31`);
  await expect(page.getByRole('heading', { name: 'Этот период ещё не закончился' })).toBeVisible();
  await page.goto('/reports/changes?from=2019-01-01&to=2019-01-31');
  await expect(page.getByRole('heading', { name: 'После конца периода его никто не менял' })).toBeVisible();
});

test('every sum that is shown is what the lines come to', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports/check');
  await expect(page.getByRole('heading', { level: 1, name: 'Сверка с заказами' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Сверено с заказами до копейки' })).toBeVisible();
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  expect(await rows.count()).toBeGreaterThan(40);
  await expect(page.getByText('Не сходится')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Все заказы/ })).toContainText('Сходится');
  await expect(page.getByRole('link', { name: 'Проверка данных' })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 800 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('row', { name: /^Все заказы/ })).toContainText('Сходится');
  await page.getByRole('link', { name: 'Все заказы' }).click();
  await expect(page).toHaveURL(/\/orders$/);
});
