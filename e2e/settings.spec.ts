import { expect, type Page, test } from '@playwright/test';
import { freshName, signIn } from './office';

const password = 'длинный пароль';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A user made through the page; signed in as an administrator before and after. */
async function addUser(page: Page, username: string, role: string, gender = 'он: «изменил»'): Promise<void> {
  await page.goto('/settings/users');
  await page.getByRole('link', { name: 'Новый пользователь' }).click();
  await page.getByLabel('Имя пользователя').fill(username);
  await page.getByLabel('Пароль').fill(password);
  await page.getByLabel(role).check();
  await page.getByLabel(gender).check();
  await page.getByRole('button', { name: 'Добавить пользователя' }).click();
  await expect(page).toHaveURL(/\/settings\/users\/\d+\?saved=1/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(username);
}

test('requisites are checked at their fields, saved, told in the history and taken back', async ({ page }) => {
  await signIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Настройки' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Организация');
  await page.getByLabel('ИНН').fill('7707083890');
  await page.getByLabel('БИК').fill('12');
  const director = `Сафина ${freshName()}`;
  await page.getByLabel('Руководитель').fill(director);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Такого ИНН нет: проверьте цифры')).toBeVisible();
  await expect(page.getByLabel('ИНН')).toBeFocused();
  await expect(page.getByLabel('Руководитель')).toHaveValue(director);
  await page.getByLabel('ИНН').fill('7707083893');
  await page.getByLabel('БИК').fill('044525225');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await expect(page.getByLabel('ИНН')).toHaveValue('7707083893');
  await expect(page.getByText(/Изменил test/)).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'История' }).click();
  await expect(page.locator('main')).toContainText(director);
  await page.getByRole('link', { name: 'Отменить' }).first().click();
  await page.getByRole('button', { name: 'Отменить действие' }).click();
  await expect(page.getByText('Действие отменено.')).toBeVisible();
  await page.goto('/settings/organisation');
  await expect(page.getByLabel('Руководитель')).not.toHaveValue(director);
});

test('a logo is uploaded, shown and removed; what is no picture is refused', async ({ page }) => {
  await signIn(page);
  await page.goto('/settings/organisation');
  const file = page.locator('input[type="file"]');
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') });
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await expect(page.getByText('Нужна картинка PNG или JPEG')).toBeVisible();
  await file.setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(1024 * 1024 + 1) });
  await expect(page.getByText('Картинка больше 1 МБ')).toBeVisible();
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('button', { name: 'Загрузить' }).click();
  const logo = page.getByRole('img', { name: 'Логотип организации' });
  await expect(logo).toBeVisible();
  const answer = await page.request.get((await logo.getAttribute('src')) ?? '');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
  await page.getByRole('button', { name: 'Убрать логотип' }).click();
  await expect(logo).toHaveCount(0);
  await page.context().clearCookies();
  expect((await page.request.get('/settings/organisation/logo')).status()).toBe(401);
});

test('what a woman did is told so', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  await addUser(page, name, 'Менеджер', 'она: «изменила»');
  await page.context().clearCookies();
  await signIn(page, name, password);
  await page.goto('/products/new');
  await page.getByLabel('Название').fill(`Стул ${name}`);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'О товаре' })).toContainText(`${name} создала товар`);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Профиль');
  await page.getByLabel('он: «изменил»').check();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await page.goto('/history');
  await expect(page.locator('main')).toContainText(`${name} создал товар`);
});

test('a user is changed, loses the sessions with a new password, and is closed at once', async ({ page, browser, baseURL }) => {
  const name = freshName();
  await signIn(page);
  await addUser(page, name, 'Менеджер');
  const card = page.url().replace(/\?.*/, '');
  const context = await browser.newContext({ baseURL, locale: 'ru-RU' });
  const theirs = await context.newPage();
  await signIn(theirs, name, password);

  await page.goto(card);
  await page.getByLabel('Имя на экране').fill(`Пётр ${name}`);
  await page.getByLabel('Наблюдатель').check();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Пётр ${name}`);
  await theirs.goto('/products');
  await expect(theirs.getByRole('link', { name: 'Новый товар' })).toHaveCount(0);

  await page.getByLabel('Новый пароль').fill('короткий'.slice(0, 4));
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await expect(page.getByText('Не короче 8 знаков', { exact: true })).toBeVisible();
  await page.getByLabel('Новый пароль').fill('другой длинный пароль');
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await expect(page.getByText('Сеансов нет')).toBeVisible();
  await theirs.goto('/orders');
  await expect(theirs).toHaveURL(/\/login/);

  await signIn(theirs, name, 'другой длинный пароль');
  await page.goto(card);
  await page.getByText('Отключить…').click();
  await expect(page.getByText('Его сеансы закроются сразу')).toBeVisible();
  await page.getByRole('button', { name: 'Отключить пользователя' }).click();
  await expect(page.getByText('Отключён', { exact: false }).first()).toBeVisible();
  await theirs.goto('/orders');
  await expect(theirs).toHaveURL(/\/login/);
  await page.goto('/settings/users');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Отключён');
  await context.close();
});

test('sessions: the device in words, one ended, all ended', async ({ page, browser, baseURL }) => {
  const name = freshName();
  await signIn(page);
  await addUser(page, name, 'Наблюдатель');
  await page.context().clearCookies();
  const phone = await browser.newContext({
    baseURL,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  });
  const other = await phone.newPage();
  await signIn(other, name, password);
  await signIn(page, name, password);
  await page.goto('/settings/sessions');
  await expect(page.getByRole('listitem').filter({ hasText: 'это устройство' })).toContainText('сейчас');
  await page.getByRole('button', { name: 'Завершить сеанс: Safari · iPhone' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await expect(page.getByText('Safari · iPhone')).toHaveCount(0);
  await other.goto('/orders');
  await expect(other).toHaveURL(/\/login/);

  await signIn(other, name, password);
  await page.getByRole('button', { name: 'Выйти везде' }).click();
  await expect(page).toHaveURL(/\/login/);
  await other.goto('/orders');
  await expect(other).toHaveURL(/\/login/);
  await phone.close();
});

test('single letters are turned off in the profile', async ({ page }) => {
  await signIn(page);
  await page.goto('/settings/profile');
  const letters = page.getByLabel('Клавиши из одной буквы');
  await expect(letters).toBeChecked();
  await letters.uncheck();
  await page.getByRole('button', { name: 'Сохранить клавиши' }).click();
  await expect(page).toHaveURL(/saved=1/);
  await expect(letters).not.toBeChecked();
  await letters.check();
  await page.getByRole('button', { name: 'Сохранить клавиши' }).click();
  await expect(letters).toBeChecked();
});
