import { expect, type Page, test } from '@playwright/test';
import { addClient, addOrders, freshName, signIn } from './office';

const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true }).last();

test('the day an order was shipped is set by hand, shown, told by the history, and taken back', async ({ page }) => {
  const [id = 0] = await addOrders(page, await addClient(page, freshName()), 1);
  await signIn(page);
  await page.goto(`/orders/${id}`);
  await expect(page.getByText(/Отгружен/)).toHaveCount(0);

  await page.goto(`/orders/${id}/edit`);
  await page.getByLabel('Отгружен').fill('2026-11-12');
  await save(page).click();
  await page.waitForURL(`**/orders/${id}`);
  await expect(page.getByText(/Отгружен 12\sноября/)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'История' })).toContainText('отгрузк');

  // What the form does not say stays: the day is there when something else is changed.
  await page.goto(`/orders/${id}/edit`);
  await page.getByLabel('Описание').fill('Позвонить');
  await save(page).click();
  await page.waitForURL(`**/orders/${id}`);
  await expect(page.getByText(/Отгружен 12\sноября/)).toBeVisible();

  await page.goto(`/orders/${id}/edit`);
  await page.getByLabel('Отгружен').fill('');
  await save(page).click();
  await page.waitForURL(`**/orders/${id}`);
  await expect(page.getByRole('paragraph').filter({ hasText: /^Позвонить$/ })).toBeVisible();
  await expect(page.getByText(/Отгружен 12/)).toHaveCount(0);
});

test('a new order asks for no day of shipping', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/new');
  await expect(page.getByLabel('Срок')).toBeVisible();
  await expect(page.getByLabel('Отгружен')).toHaveCount(0);
});
