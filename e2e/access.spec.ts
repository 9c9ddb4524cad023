import { expect, test } from '@playwright/test';
import { freshName, signIn } from './office';

test('a signed-out visitor lands on the sign-in page and comes back', async ({ page }) => {
  await page.goto('/orders?status=Cancelled');
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel('Имя пользователя').fill('test');
  await page.getByLabel('Пароль').fill('test');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(/\/orders\?status=Cancelled/);
});

test('a sign-in cannot send the visitor to another site', async ({ page }) => {
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await page.getByLabel('Имя пользователя').fill('test');
    await page.getByLabel('Пароль').fill('test');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/$/);
  }
});

test('a wrong password keeps the name and says so', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Имя пользователя').fill('nobody');
  await page.getByLabel('Пароль').fill('wrong');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('Неверное имя');
  await expect(page.getByLabel('Имя пользователя')).toHaveValue('nobody');
});

test('a demonstration says so on every page', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByRole('complementary', { name: 'Демонстрационные данные' })).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('complementary', { name: 'Демонстрационные данные' })).toBeVisible();
});

test('signing out ends the session', async ({ page }) => {
  await signIn(page);
  const cookies = await page.context().cookies();
  await page.getByLabel('test, Администратор').click();
  await page.getByRole('button', { name: 'Выйти' }).first().click();
  await expect(page).toHaveURL(/\/login/);
  await page.context().addCookies(cookies);
  await page.goto('/orders');
  await expect(page).toHaveURL(/\/login/);
});

test('a viewer reads and is offered nothing else; an address typed by hand is refused', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  await page.goto('/settings/users/new');
  const form = page.locator('form', { has: page.locator('[name="username"]') });
  await form.locator('[name="username"]').fill(name);
  await form.locator('[name="password"]').fill('длинный пароль');
  await form.getByLabel('Наблюдатель').check();
  await form.getByRole('button').click();
  await expect(page.getByText(name).first()).toBeVisible();
  await page.context().clearCookies();

  await signIn(page, name, 'длинный пароль');
  await expect(page.getByRole('link', { name: /Новый заказ|Новый клиент/ })).toHaveCount(0);
  await page.goto('/orders/2');
  await expect(page.getByRole('link', { name: 'Изменить' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Выполнить|Удалить|Отменить/ })).toHaveCount(0);
  for (const path of [
    '/orders/new',
    '/orders/2/edit',
    '/clients/new',
    '/clients/1/edit',
    '/products/new',
    '/settings/users',
    '/settings/verification',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
