import { expect, test } from '@playwright/test';
import { addClient, freshName, openMore, signIn } from './office';

test('a client: bad input is told at the field and nothing typed is lost', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  await page.goto('/clients/new');
  await page.locator('[name="first_name"]').fill('Ольга');
  await page.locator('[name="email"]').fill('никто');
  await page.locator('[name="mobile_phone"]').fill('12');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.locator('[name="email"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="first_name"]')).toHaveValue('Ольга');
  await expect(page.locator('[name="mobile_phone"]')).toHaveValue('12');
  await page.locator('[name="last_name"]').fill(name);
  await page.locator('[name="email"]').fill(`${Date.now()}@example.com`);
  await page.locator('[name="mobile_phone"]').fill('8 921 555-10-22');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.getByRole('link', { name: /\+7 921 555-10-22/ })).toHaveAttribute('href', 'tel:+79215551022');
});

test('a double click makes one order', async ({ page }) => {
  const name = freshName();
  const client = await addClient(page, name);
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Стол');
  await page.locator('[name="items.0.price"]').fill('100');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await page.goto(`/orders?client=${client}`);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
});

test('the form sent again after going back makes no second order', async ({ page }) => {
  const client = await addClient(page, freshName());
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Стол');
  await page.locator('[name="items.0.price"]').fill('100');
  const key = await page.locator('[name="form_key"]').inputValue();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  const first = page.url();
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Стол');
  await page.locator('[name="items.0.price"]').fill('100');
  await page.locator('[name="form_key"]').evaluate((input, value) => ((input as HTMLInputElement).value = value), key);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page).toHaveURL(first);

  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Другой стол');
  await page.locator('[name="items.0.price"]').fill('100');
  await page.locator('[name="form_key"]').evaluate((input, value) => ((input as HTMLInputElement).value = value), key);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.locator('main').getByRole('alert')).toContainText('Эта форма уже сохранена');
  await expect(page.locator('[name="items.0.product"]')).toHaveValue('Другой стол');
});

test('a second save does not overwrite the first: both are shown, and the choice is the person’s', async ({ page, context }) => {
  await signIn(page);
  const client = await addClient(page, freshName());
  await page.goto(`/clients/${client}/edit`);
  const other = await context.newPage();
  await other.goto(`/clients/${client}/edit`);
  await other.locator('[name="company"]').fill('ООО «Первый»');
  await other.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(other.getByText('ООО «Первый»').first()).toBeVisible();

  await page.locator('[name="company"]').fill('ООО «Второй»');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByText('ООО «Первый»').first()).toBeVisible();
  await expect(page.locator('[name="company"]')).toHaveValue('ООО «Второй»');
});

test('an order deleted by mistake comes back whole', async ({ page }) => {
  const client = await addClient(page, freshName());
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Стол возвратный');
  await page.locator('[name="items.0.price"]').fill('100');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await openMore(page);
  await page.getByRole('button', { name: /Удалить/ }).click();
  await expect(page.getByText(/В корзине/)).toBeVisible();
  await page.getByRole('button', { name: 'Восстановить' }).click();
  await expect(page.getByRole('button', { name: 'Выполнить' })).toBeVisible();
  await expect(page.getByText('Стол возвратный').first()).toBeVisible();
});

test('a payment lowers what is owed', async ({ page }) => {
  const client = await addClient(page, freshName());
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill('Стол');
  await page.locator('[name="items.0.price"]').fill('1 000');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await page.locator('[name="amount"]').fill('400,50');
  await page
    .locator('form', { has: page.locator('[name="amount"]') })
    .getByRole('button')
    .click();
  await expect(page.getByText(/599,50/).first()).toBeVisible();
});

test('a report of a period opens the orders behind its figures and is downloaded', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports/saved');
  await page.getByRole('button', { name: /Месяц/i }).first().click();
  await expect(page).toHaveURL(/\/reports\/\d+/);
  const download = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /XLSX|Excel/i })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/^report_\d+\.xlsx$/);
  await page.locator('main a[href*="/orders?"]').first().click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
});
