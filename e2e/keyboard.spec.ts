import { expect, test } from '@playwright/test';
import { addClient, addOrders, freshName, openReady, signIn } from './office';

test.beforeEach(async ({ page }) => signIn(page));

test('the palette finds a client in the wrong layout, opens him, and begins his order', async ({ page }) => {
  const name = freshName();
  await addClient(page, name);
  await openReady(page, '/reports');
  await page.keyboard.press('Control+KeyK');
  const field = page.getByRole('combobox', { name: 'Поиск и команды' });
  await field.fill(`@${name}`);
  await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

  await page.keyboard.press('Control+KeyK');
  await field.fill('cjrjkjd');
  await expect(page.getByText('Показано для «соколов»')).toBeVisible();
  await expect(page.getByRole('option', { name: /^Соколов/ }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/orders\/new\?client=\d+/);
});

test('the palette opens an order by its number, remembers it, and knows commands', async ({ page }) => {
  await openReady(page, '/clients');
  await page.getByRole('button', { name: 'Поиск и команды' }).click();
  const field = page.getByRole('combobox', { name: 'Поиск и команды' });
  await field.fill('#17');
  await expect(page.getByRole('option', { name: /№ 17 / })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('№ 17');

  await openReady(page, '/clients');
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('group', { name: 'Недавние заказы' }).getByRole('option')).toContainText(['№ 17']);
  await field.fill('>отчё');
  await expect(page.getByRole('option', { name: 'Перейти: отчёты' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

test('letters go and open by their place on the keyboard, also in the Russian layout, and never while typing', async ({ page }) => {
  await openReady(page, '/orders');
  await page.evaluate(() => {
    for (const [code, key] of [
      ['KeyG', 'п'],
      ['KeyC', 'с'],
    ])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true }));
  });
  await expect(page).toHaveURL(/\/clients$/);
  await page.keyboard.press('Slash');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('gh');
  await expect(page.getByRole('searchbox')).toHaveValue('gh');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog', { name: 'Сочетания клавиш' })).toContainText('Быстрый просмотр');
});

test('rows are walked, looked at, moved and undone without a mouse', async ({ page }) => {
  const client = await addClient(page, freshName());
  const ids = await addOrders(page, client, 3);
  await openReady(page, `/orders?client=${client}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('link', { name: `Заказ № ${ids[1]}`, exact: true });
  await expect(second).toBeFocused();
  await page.keyboard.press('Space');
  const look = page.getByRole('complementary', { name: 'Быстрый просмотр' });
  await expect(look.getByRole('heading', { level: 2 }).first()).toHaveText(`Заказ № ${ids[1]}`);
  await expect(second).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(look.getByRole('heading', { level: 2 }).first()).toHaveText(`Заказ № ${ids[0]}`);
  await page.keyboard.press('Escape');
  await expect(look).toHaveCount(0);

  await page.keyboard.press('s');
  await expect(page.getByRole('menuitemradio', { name: 'Ожидает' })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Заказ № ${ids[0]}: Выполнен`)).toBeVisible();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `Заказ № ${ids[0]}`, exact: true }) });
  await expect(row).toContainText('Выполнен');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Действие отменено')).toBeVisible();
  await expect(row).toContainText('Ожидает');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await page.goBack();
  await expect(page.getByRole('link', { name: `Заказ № ${ids[0]}`, exact: true })).toBeFocused();
});

test('a status that somebody has set meanwhile is asked about', async ({ page }) => {
  const client = await addClient(page, freshName());
  const [id] = await addOrders(page, client, 1);
  await openReady(page, `/orders?client=${client}`);
  const answer = await page.request.post('/api/token/', { data: { username: 'admin', password: 'admin' } });
  const { access } = (await answer.json()) as { access: string };
  await page.request.post(`/api/orders/edit/${id}/`, { headers: { authorization: `Bearer ${access}` }, data: { status: 'Cancelled' } });

  await page.getByRole('link', { name: new RegExp(`Статус заказа № ${id}`) }).click();
  await page.getByRole('menuitemradio', { name: 'Выполнен' }).click();
  const dialog = page.getByRole('dialog', { name: 'admin: статус уже изменён' });
  await expect(dialog).toContainText('Отменён');
  await dialog.getByRole('button', { name: 'Поставить мой' }).click();
  await expect(page.getByText(`Заказ № ${id}: Выполнен`)).toBeVisible();
});
