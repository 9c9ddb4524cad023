import { expect, test } from '@playwright/test';
import { signIn } from './office';

test.use({ javaScriptEnabled: false });

test('signing in, lists, sorting, search, filters, paging and cards work without JavaScript', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(51);
  const first = await rows.nth(1).textContent();

  await page.getByRole('columnheader', { name: 'Сумма' }).getByRole('link').click();
  await expect(page.getByRole('columnheader', { name: 'Сумма' })).toHaveAttribute('aria-sort', /ascending|descending/);
  expect(await rows.nth(1).textContent()).not.toBe(first);

  await page.goto('/orders');
  await page.locator('a[rel="next"]').click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows).toHaveCount(51);

  await page.goto('/orders');
  await page.getByRole('searchbox').fill('КРЕСЛО');
  await page.getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole('link', { name: 'Сбросить всё' })).toBeVisible();
  const found = await rows.count();
  expect(found).toBeGreaterThan(2);
  await page.goto('/orders?q=ыыыыы');
  await expect(page.getByRole('table')).toHaveCount(0);

  await page.goto('/orders?status=Cancelled');
  await expect(rows.nth(1)).toContainText('Отменён');
  await rows.nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
});

test('an order is added without JavaScript, and a bad one keeps what was typed', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/new?client=1');
  await page.locator('[name="items.0.product"]').fill('Стол без сценария');
  await page.locator('[name="items.0.price"]').fill('много');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.locator('[name="items.0.product"]')).toHaveValue('Стол без сценария');
  await expect(page.locator('[name="items.0.price"]')).toHaveValue('много');
  await expect(page.locator('[id="items.0.price-error"]')).toContainText('1 234,56');
  await page.locator('[name="items.0.price"]').fill('1500');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await expect(page.getByText('Стол без сценария').first()).toBeVisible();
});

test('an administrator checks the data without JavaScript', async ({ page }) => {
  await signIn(page);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Проверка данных' }).click();
  await page.getByRole('button', { name: 'Проверить сейчас' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Проверка идёт с' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Проверить сейчас' })).toHaveCount(0);
  await expect(async () => {
    await page.getByRole('link', { name: 'Обновить' }).click({ timeout: 1000 });
    await expect(page.getByRole('button', { name: 'Проверить сейчас' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByRole('listitem').filter({ hasText: 'Всё цело' }).first()).toContainText(/Клиентов: [1-9]/);
});
