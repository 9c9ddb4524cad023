import { expect, type Page, test } from '@playwright/test';
import { addClient, freshName, signIn } from './office';

test.use({ javaScriptEnabled: false });

/** An order of one product over the pages; its number. */
async function addOrder(page: Page, client: number, product: string): Promise<number> {
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill(product);
  await page.locator('[name="items.0.price"]').fill('1500');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Заказ №');
  return Number((await heading.textContent())?.replace(/\D/g, ''));
}

test('an order and a client are shown as they were, with the versions beside them', async ({ page }) => {
  const [first, second] = [freshName(), freshName()];
  const client = await addClient(page, first);
  await signIn(page);
  const order = await addOrder(page, client, 'Стол дубовый');

  await page.goto(`/clients/${client}/edit`);
  await page.getByLabel('Фамилия').fill(second);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page.goto(`/orders/${order}/edit`);
  await page.locator('[name="items.0.product"]').fill('Стол берёзовый');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('table')).toContainText('Стол берёзовый');

  const history = page.getByRole('complementary', { name: 'История' });
  await history
    .getByRole('link', { name: /сегодня/ })
    .last()
    .click();
  await expect(page).toHaveURL(new RegExp(`/past/orders/${order}\\?at=`));
  await expect(page.getByRole('status').filter({ hasText: 'Показано, как было' })).toContainText('нельзя изменить');
  await expect(page.getByRole('table')).toContainText('Стол дубовый');
  await expect(page.getByRole('main')).toContainText(first);
  await expect(page.getByRole('main')).not.toContainText(second);

  await page.getByRole('link', { name: 'Сравнить с сейчас' }).click();
  await expect(page.getByRole('main')).toContainText('Стол берёзовый');
  await page.goBack();
  await page.getByRole('link', { name: 'Следующая версия' }).click();
  await expect(page.getByRole('table')).toContainText('Стол берёзовый');
  await expect(page.getByRole('link', { name: 'Следующая версия' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Предыдущая версия' }).click();
  await expect(page.getByRole('table')).toContainText('Стол дубовый');
  await page.getByRole('link', { name: 'Вернуться' }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/${order}$`));

  await page.goto(`/clients/${client}`);
  await page
    .getByRole('link', { name: /сегодня/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
});

test('lists open as of a day, are searched there, paged, and compared', async ({ page }) => {
  await signIn(page);
  await page.goto('/history');
  await page.getByRole('link', { name: 'Показать на дату…' }).click();
  await expect(page.getByRole('heading', { name: 'Выберите день и время' })).toBeVisible();
  const day = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('День').first().fill(day);
  await page.getByLabel('Время').first().fill('12:00');
  await page.getByRole('button', { name: 'Показать' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(51);
  const first = await rows.nth(1).textContent();
  await page.getByRole('link', { name: 'Дальше' }).click();
  await expect(rows).toHaveCount(51);
  expect(await rows.nth(1).textContent()).not.toBe(first);

  await page.goto(`/past?what=clients&day=${day}&time=12:00`);
  const name = (await rows.nth(1).getByRole('link').textContent()) ?? '';
  await page.getByRole('searchbox').fill(name.toUpperCase());
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(rows.nth(1)).toContainText(name);
  await page.getByRole('searchbox').fill('ыыыыы');
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(page.getByRole('heading', { name: 'По этим условиям тогда ничего не было' })).toBeVisible();

  await page.goto(`/past?what=orders&day=${day}`);
  await page.getByLabel('День').nth(1).fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Показать' }).click();
  const changed = page.getByRole('main').getByRole('listitem');
  await expect(changed.first()).toContainText(/добавлено|изменили/);
  await changed.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Что изменилось' })).toBeVisible();
});
