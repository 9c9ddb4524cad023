import { expect, type Page, test } from '@playwright/test';
import { addClient, freshName, signIn } from './office';

const product = (page: Page) => page.locator('[name="items.0.product"]');
const draftSaved = (page: Page) => expect(page.getByText(/Черновик сохранён в \d+:\d\d/)).toBeVisible();
const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true }).last();

async function fillOrder(page: Page): Promise<string> {
  const name = freshName();
  const client = await addClient(page, name);
  await page.goto(`/orders/new?client=${client}`);
  await product(page).fill(`Стол ${name}`);
  await page.locator('[name="items.0.price"]').fill('100');
  await page.getByLabel('Описание').fill('Пропуск');
  return name;
}

test('a draft survives a reload, is offered, and is gone after a save', async ({ page }) => {
  await signIn(page);
  const name = await fillOrder(page);
  await draftSaved(page);
  await page.reload();
  await page.goto('/orders/new');
  await expect(page.getByText(/Продолжить черновик от \d+:\d\d\?/)).toBeVisible();
  await expect(product(page)).toHaveValue('');
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click();
  await expect(product(page)).toHaveValue(`Стол ${name}`);
  await expect(page.getByLabel('Описание')).toHaveValue('Пропуск');
  await expect(page.getByRole('button', { name: /Сменить/ })).toHaveAccessibleName(new RegExp(name));
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await page.goto('/orders/new');
  await expect(product(page)).toBeVisible();
  await expect(page.getByText(/Продолжить черновик/)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft/')))).toEqual([]);
});

test('nobody else at the device is shown a draft, and it can be dropped', async ({ page, context }) => {
  await signIn(page);
  await fillOrder(page);
  await draftSaved(page);
  await context.clearCookies();
  await page.goto('/login');
  await signIn(page, 'admin');
  await page.goto('/orders/new');
  await expect(product(page)).toBeVisible();
  await expect(page.getByText(/Продолжить черновик/)).toHaveCount(0);
  await context.clearCookies();
  await signIn(page);
  await page.goto('/orders/new');
  await page.getByRole('button', { name: 'Начать заново' }).click();
  await page.reload();
  await expect(product(page)).toBeVisible();
  await expect(page.getByText(/Продолжить черновик/)).toHaveCount(0);
});

test('without a storage the form goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('QuotaExceededError');
    };
  });
  await signIn(page);
  await fillOrder(page);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
});

test('whoever leaves an unsaved form is asked, and Esc leaves with the draft', async ({ page }) => {
  await signIn(page);
  const name = await fillOrder(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Клиенты' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Заказ не сохранён. Черновик останется на этом устройстве.');
  await dialog.getByRole('button', { name: 'Остаться' }).click();
  await expect(product(page)).toHaveValue(`Стол ${name}`);
  await page.getByRole('navigation').getByRole('link', { name: 'Клиенты' }).first().click();
  await dialog.getByRole('button', { name: 'Выйти' }).click();
  await expect(page).toHaveURL(/\/clients/);
  await page.goto('/orders/new');
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click();
  await page.getByLabel('Описание').focus();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/orders$/);
  await page.goto('/orders/new');
  await expect(page.getByText(/Продолжить черновик/)).toBeVisible();
});

test('a session that ended costs a password and nothing else', async ({ page, context }) => {
  await signIn(page);
  const name = await fillOrder(page);
  await context.clearCookies();
  await save(page).click();
  const dialog = page.getByRole('dialog', { name: 'Сеанс закончился' });
  await dialog.getByLabel('Пароль').fill('не тот');
  await dialog.getByRole('button', { name: 'Войти и сохранить' }).click();
  await expect(dialog.getByText('Пароль не подошёл')).toBeVisible();
  await dialog.getByLabel('Пароль').fill('test');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await expect(page.getByText(`Стол ${name}`).first()).toBeVisible();
});

test('a server that does not answer loses nothing', async ({ page, context }) => {
  await signIn(page);
  const name = await fillOrder(page);
  await context.setOffline(true);
  await save(page).click();
  await expect(page.locator('main').getByRole('alert').filter({ hasText: 'Не удалось сохранить' })).toBeVisible();
  await expect(product(page)).toHaveValue(`Стол ${name}`);
  await context.setOffline(false);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
});

test('a client’s form keeps its draft too', async ({ page }) => {
  await signIn(page);
  const name = freshName();
  await page.goto('/clients/new');
  await page.getByLabel('Фамилия').fill(name);
  await draftSaved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click();
  await expect(page.getByLabel('Фамилия')).toHaveValue(name);
});
