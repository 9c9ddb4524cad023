import { expect, test } from '@playwright/test';
import { addClient, addOrders, freshName, openMore, signIn } from './office';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('what was found is changed at once, what somebody changed since is chosen about, and all is taken back', async ({ page }) => {
      await signIn(page);
      const name = freshName();
      const client = await addClient(page, name);
      const ids = await addOrders(page, client, 3);
      await page.goto(`/orders?client=${client}`);
      if (javaScriptEnabled) {
        await page.getByRole('checkbox', { name: `Отметить заказ № ${ids[0]}` }).check();
        await page.getByRole('button', { name: 'Выбрать все 3 найденных' }).click();
        await page.getByRole('link', { name: 'Изменить…' }).click();
      } else await page.getByRole('link', { name: 'Изменить все найденные…' }).click();
      await expect(page.getByText('3 заказа.')).toBeVisible();
      await page.getByLabel('Статус').selectOption({ label: 'Выполнен' });
      await page.getByRole('button', { name: 'Изменить', exact: true }).first().click();
      await expect(page).toHaveURL(/\/bulk\/\d+/);
      await expect(page.getByRole('heading', { name: 'Готово' })).toBeVisible();
      await expect(page.getByText('Изменено 3,')).toBeVisible();
      const run = page.url();

      await page.goto(`/orders/bulk?ids=${ids.join(',')}`);
      await page.getByLabel('Срок оплаты').fill('2026-12-24');
      await page.getByRole('button', { name: 'Изменить', exact: true }).nth(1).click();
      await expect(page.getByText('Изменено 3,')).toBeVisible();
      await page.goto(`/orders/${ids[1]}/edit`);
      await expect(page.getByLabel('Срок')).toHaveValue('2026-12-24');

      await page.goto(`/orders/${ids[0]}/edit`);
      await page.getByRole('radio', { name: 'Отменён' }).check();
      await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');

      await page.goto(run);
      await expect(page.getByRole('group', { name: `Заказ № ${ids[0]}: статус` })).toContainText('Отменён');
      await page.getByLabel('Где с тех пор изменили — оставить как сейчас').check();
      await page.getByRole('button', { name: 'Отменить всё' }).click();
      await expect(page.getByText('Изменено 2, без изменений 1')).toBeVisible();
      await page.goto(`/orders?client=${client}&status=Pending`);
      await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
    });

    test('a deleted order lies in the bin and comes back; an edit is taken back from its history', async ({ page }) => {
      await signIn(page);
      const client = await addClient(page, freshName());
      const [id] = await addOrders(page, client, 1);
      await page.goto(`/orders/${id}`);
      await openMore(page);
      await page.getByRole('button', { name: 'Удалить заказ' }).click();
      await expect(page.getByText(/В корзине с/)).toBeVisible();
      await page.goto('/bin');
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: String(id), exact: true }) });
      await expect(row).toContainText('test');
      await row.getByRole('button', { name: /Восстановить/ }).click();
      await expect(page).toHaveURL(new RegExp(`/orders/${id}$`));
      await expect(page.getByText(/В корзине с/)).toHaveCount(0);

      await page.goto(`/orders/${id}/edit`);
      await page.getByRole('radio', { name: 'Выполнен' }).check();
      await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
      await page.getByRole('link', { name: 'Отменить', exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Отменить действие');
      await page.getByRole('button', { name: 'Отменить действие' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Действие отменено.' })).toBeVisible();
      await page.goto(`/orders/${id}`);
      await expect(page.getByText('Ожидает').first()).toBeVisible();
    });
  });
}

test('a search in the wrong layout finds, and says what is shown', async ({ page }) => {
  await signIn(page);
  await page.goto('/clients');
  await page.getByRole('searchbox').fill('bdfyjd');
  await page.keyboard.press('Enter');
  await expect(page.getByText('показано для «иванов»')).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Иванов');
});

test('conditions are set in the panel, shown as chips and dropped one by one', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders');
  await page.getByText('Фильтр', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Ожидает', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Выполнен', exact: true }).check();
  await page.getByLabel('Сумма: от').fill('50 000,50');
  await page.getByLabel('Оплата').selectOption({ label: 'Не оплачены' });
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(page).toHaveURL(/sum_from=50/);
  await expect(page.getByText('от 50 000,50 ₽')).toBeVisible();
  const narrow = await page.getByRole('status').first().textContent();
  await page.getByRole('link', { name: 'Убрать условие «Не оплачены»' }).click();
  await expect(page).not.toHaveURL(/payment/);
  expect(await page.getByRole('status').first().textContent()).not.toBe(narrow);
});
