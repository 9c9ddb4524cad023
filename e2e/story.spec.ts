import { expect, test } from '@playwright/test';
import { addClient, freshName, signIn } from './office';

test('a person signs in, finds a client, adds an order of three products, edits it and reads who changed what', async ({ page }) => {
  const name = freshName();
  await addClient(page, name);
  await signIn(page);

  await page.getByRole('navigation').getByRole('link', { name: 'Клиенты' }).first().click();
  await expect(page).toHaveURL(/\/clients/);
  await page.getByRole('searchbox').fill(name.toUpperCase());
  await page.getByRole('searchbox').press('Enter');
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

  await page.getByRole('link', { name: 'Новый заказ' }).first().click();
  await expect(page.getByRole('button', { name: /Сменить/ })).toHaveAccessibleName(new RegExp(name));
  const goods = [
    ['Кресло «Айва»', '2', '11 250,50'],
    ['Лампа «Луч»', '3', '2390'],
    ['Бумага А4', '0,5', '389,90'],
  ];
  for (const [at, [product = '', quantity = '', price = '']] of goods.entries()) {
    const line = (field: string) => page.locator(`[name="items.${at}.${field}"]`);
    await line('product').fill(product);
    await line('quantity').fill(quantity);
    await line('price').fill(price);
    if (at < goods.length - 1) await line('price').press('Enter');
  }
  await expect(page.getByRole('status').filter({ hasText: '865' })).toHaveText(/29\s865,95/);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await expect(page.getByText(/29\s865,95/).first()).toBeVisible();

  await page.getByRole('link', { name: 'Изменить' }).first().click();
  await page.locator('[name="items.1.quantity"]').fill('4');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByText(/32\s255,95/).first()).toBeVisible();

  const history = page.getByRole('complementary', { name: 'История' });
  await expect(history).toContainText('test');
  await expect(history).toContainText('Лампа «Луч»');
  await expect(history).toContainText(/создал/);
  await expect(history).toContainText(/изменил/);

  await page.getByRole('button', { name: 'Выполнить' }).click();
  await expect(history).toContainText('Выполнен');
});
