import { expect, test } from '@playwright/test';
import { addClient, addOrders, freshName, openReady, signIn } from './office';

test.beforeEach(async ({ page }) => signIn(page));

test('marked rows are counted and summed, moved at once, and moved back', async ({ page }) => {
  const client = await addClient(page, freshName());
  const ids = await addOrders(page, client, 4);
  await openReady(page, `/orders?client=${client}`);
  await page.getByRole('checkbox', { name: `Отметить заказ № ${ids[3]}` }).check();
  await page.getByRole('checkbox', { name: `Отметить заказ № ${ids[1]}` }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Отмеченные записи' });
  await expect(bar.getByRole('status')).toHaveText(/Выбрано 3 · 300,00\s₽/);
  await bar.getByRole('button', { name: 'Статус' }).click();
  await bar.getByRole('button', { name: 'Выполнен' }).click();
  await expect(page.getByText('Переведено в «Выполнен»: 3')).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Выполнен');
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(page.getByText('Действие отменено')).toBeVisible();
  await expect(page.getByRole('table').getByText('Выполнен')).toHaveCount(0);
});

test('all found are chosen by two presses of Ctrl A; more than twenty are asked about first', async ({ page }) => {
  const client = await addClient(page, freshName());
  await addOrders(page, client, 52);
  await openReady(page, `/orders?client=${client}`);
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Отмеченные записи' });
  await expect(bar.getByRole('status')).toHaveText(/Выбрано 50 · 5\s000,00/);
  await page.keyboard.press('Control+a');
  await expect(bar.getByRole('status')).toHaveText(/Выбрано 52 · 5\s200,00/);
  await bar.getByRole('button', { name: 'Удалить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Изменить много записей сразу?' });
  await expect(dialog).toContainText('Выбрано 52');
  await dialog.getByRole('button', { name: 'Продолжить' }).click();
  await expect(page.getByText('Заказов удалено: 52')).toBeVisible();
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(page.getByText('Действие отменено')).toBeVisible();
  await expect(page.getByText('52 заказа', { exact: true })).toBeVisible();
});
