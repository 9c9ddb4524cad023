import { expect, test } from '@playwright/test';
import { addClient, addOrders, freshName, openReady, signIn } from './office';

test('the history is narrowed to one field and one source, and says who did what', async ({ page }) => {
  await signIn(page);
  const client = await addClient(page, freshName());
  const [id] = await addOrders(page, client, 1);
  await openReady(page, `/orders/${id}`);
  await page.getByRole('button', { name: 'Выполнить' }).click();
  await expect(page.getByText(`Заказ № ${id}: Выполнен`)).toBeVisible();

  await page.goto('/history');
  await page.getByRole('combobox', { name: /^Поле/ }).selectOption({ label: 'Статус' });
  await page.getByRole('combobox', { name: /^Что/ }).selectOption({ label: 'Заказы' });
  await page.getByRole('combobox', { name: /^Откуда/ }).selectOption({ label: 'веб' });
  await page.getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(/field=status/);
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: `№ ${id}`, exact: true }) });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(/test изменила? заказ/);
  await expect(rows).toContainText('Выполнен');
});
