import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { addClient, freshName, signIn } from './office';

const cell = (page: Page, line: number, field: string) => page.locator(`[name="items.${line}.${field}"]`);
const products = (page: Page) =>
  page.locator('[name$=".product"]:visible').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true }).last();

/** A product in the catalogue of the demonstration. */
function addProduct(name: string, price: number, sku: string): void {
  const db = new Database('data/e2e/demo.db', { timeout: 10_000 });
  const made = db
    .prepare(
      `insert into products (version, name, sku, unit, price_minor, vat_rate, created_at, updated_at, deleted_at)
       values (1, ?, ?, 'шт.', ?, 2000, 1, 1, null)`,
    )
    .run(name, sku, price);
  db.prepare('insert into product_names (key, product_id) values (?, ?)').run(name.toLowerCase(), made.lastInsertRowid);
  db.close();
}

test('an order is taken by keyboard alone', async ({ page }) => {
  const name = freshName();
  await addClient(page, name);
  await signIn(page);
  await page.goto('/orders/new');
  const search = page.getByRole('combobox', { name: 'Клиент' });
  await search.focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'product')).toBeFocused();

  for (const [product = '', quantity = '', price = ''] of [
    ['Кресло', '2', '1 234,56'],
    ['Стол', '1', '1234.56'],
  ]) {
    await page.keyboard.type(product);
    await page.keyboard.press('Tab');
    await page.keyboard.type(quantity);
    await page.keyboard.press('Enter');
    await page.keyboard.type(price);
    await page.keyboard.press('Enter');
  }
  await expect(cell(page, 2, 'product')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '3 703,68' })).toBeVisible();

  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 1, 'product')).toBeFocused();
  await page.keyboard.press('Control+d');
  expect(await products(page)).toEqual(['Кресло', 'Стол', 'Стол', '']);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await products(page)).toEqual(['Стол', 'Кресло', 'Стол', '']);
  await expect(cell(page, 0, 'product')).toBeFocused();
  await page.keyboard.press('Control+Shift+Backspace');
  expect(await products(page)).toEqual(['Кресло', 'Стол', '']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Описание')).toBeFocused();
  await page.keyboard.type('Срочно');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await expect(page.getByText('Срочно').first()).toBeVisible();
});

test('keys work in the Russian layout, and Ctrl Shift Enter goes on to the next order', async ({ page }) => {
  const client = await addClient(page, freshName());
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await cell(page, 0, 'product').fill('Стол');
  await cell(page, 0, 'price').fill('10');
  await cell(page, 0, 'price').dispatchEvent('keydown', { key: 'в', code: 'KeyD', ctrlKey: true, bubbles: true, cancelable: true });
  expect(await products(page)).toEqual(['Стол', 'Стол', '']);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page).toHaveURL(/saved=\d+/);
  await expect(page.getByRole('status').filter({ hasText: 'сохранён.' })).toBeVisible();
  expect(await products(page)).toEqual(['']);
});

test('lines are sorted by dragging', async ({ page }) => {
  await signIn(page);
  await page.goto('/orders/new');
  for (const [at, product] of ['а', 'б', 'в'].entries()) await cell(page, at, 'product').fill(product);
  const grip = page.getByRole('button', { name: 'Переставить строку 1' });
  const from = await grip.boundingBox();
  const to = await page.getByRole('button', { name: 'Переставить строку 3' }).boundingBox();
  if (!from || !to) throw new Error('no grips');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, (from.y + to.y) / 2 + 8, { steps: 4 });
  await page.mouse.move(from.x + 8, to.y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await products(page)).toEqual(['б', 'в', 'а', '']);
});

test('a product of the catalogue fills its line and tells this client’s last price', async ({ page }) => {
  const name = freshName();
  const product = `Стеллаж ${name}`;
  const client = await addClient(page, name);
  addProduct(product, 1_490_000, 'СТ-1407');
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await cell(page, 0, 'product').pressSequentially(name);
  const option = page.getByRole('option', { name: new RegExp(name) }).first();
  await expect(option).toContainText('14 900,00');
  await expect(option).toContainText('СТ-1407');
  await expect(option).toContainText('клиент ещё не покупал');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'product')).toHaveValue(product);
  await expect(cell(page, 0, 'price')).toHaveValue('14900,00');
  await expect(cell(page, 0, 'sku')).toHaveValue('СТ-1407');
  await expect(cell(page, 0, 'quantity')).toBeFocused();
  await cell(page, 1, 'product').pressSequentially(name);
  await expect(page.getByRole('option').first()).toContainText('уже в заказе, строка 1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await cell(page, 1, 'product').fill('');
  await cell(page, 0, 'price').fill('2 150');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');

  await page.goto(`/orders/new?client=${client}`);
  await cell(page, 0, 'product').pressSequentially(name);
  await expect(page.getByRole('option').first()).toContainText(/было 2\s150,00/);
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, 0, 'product')).toHaveValue(name);
});

test('a client is made without leaving the order', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  await page.goto('/orders/new');
  await cell(page, 0, 'product').fill('Стол');
  const search = page.getByRole('combobox', { name: 'Клиент' });
  await search.pressSequentially(`${name} Мария`);
  await page.getByRole('option', { name: /Создать клиента/ }).click();
  const panel = page.getByRole('dialog', { name: 'Новый клиент' });
  await expect(panel.getByLabel('Фамилия')).toHaveValue(name);
  await expect(panel.getByLabel('Имя', { exact: true })).toHaveValue('Мария');
  await panel.getByLabel('E-mail').fill('никто');
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(panel.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.getByText('Исправьте 1 поле')).toBeVisible();
  await panel.getByLabel('E-mail').fill(`${Date.now()}@example.com`);
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Сменить/ })).toHaveAccessibleName(new RegExp(`${name} Мария`));
  await expect(cell(page, 0, 'product')).toHaveValue('Стол');
});

test('a session that ends beside the order asks for the password there', async ({ page, context }) => {
  const name = freshName();
  await signIn(page);
  await page.goto('/orders/new');
  await cell(page, 0, 'product').fill('Стол');
  await page.getByRole('combobox', { name: 'Клиент' }).pressSequentially(`${name} Мария`);
  await page.getByRole('option', { name: /Создать клиента/ }).click();
  const panel = page.getByRole('dialog', { name: 'Новый клиент' });
  await panel.getByLabel('E-mail').fill(`${Date.now()}@example.com`);
  await context.clearCookies();
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('dialog', { name: 'Сеанс закончился' }).getByLabel('Пароль').fill('test');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Сменить/ })).toHaveAccessibleName(new RegExp(`${name} Мария`));
  await expect(cell(page, 0, 'product')).toHaveValue('Стол');
});

test('rows from a chat are shown before they are added', async ({ page }) => {
  const name = freshName();
  addProduct(`Лампа ${name}`, 239_000, '');
  await signIn(page);
  await page.goto('/orders/new');
  await cell(page, 0, 'product').focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `Кресло ${name}х 2 шт по 11 250\nлампа ${name} 8\n${name}`);
  const dialog = page.getByRole('dialog', { name: 'Вставить строки' });
  await expect(dialog.getByRole('row').nth(1)).toContainText('новый товар');
  await expect(dialog.getByRole('row').nth(2)).toContainText('есть в товарах');
  await dialog.getByLabel('Товар для строки 3').selectOption({ label: `Лампа ${name} · 2 390,00 ₽` });
  await dialog.getByRole('button', { name: 'Добавить 3 строки' }).click();
  expect(await products(page)).toEqual([`Кресло ${name}х`, `Лампа ${name}`, `Лампа ${name}`, '']);
  await expect(cell(page, 0, 'price')).toHaveValue('11 250');
  await expect(cell(page, 1, 'quantity')).toHaveValue('8');
  await expect(cell(page, 1, 'price')).toHaveValue('2390,00');
});

test('the last order is repeated, and a second copy is noticed', async ({ page }) => {
  const client = await addClient(page, freshName());
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await cell(page, 0, 'product').fill('Стол особый');
  await cell(page, 0, 'price').fill('10');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  const first = page.url().split('/').at(-1) ?? '';

  await page.goto(`/orders/new?client=${client}`);
  await page.getByRole('link', { name: 'Повторить прошлый заказ' }).click();
  await expect(cell(page, 0, 'product')).toHaveValue('Стол особый');
  await expect(page.locator('[name="repeat_of"]')).toHaveValue(first);
  await expect(page.getByText('Похожий заказ')).toBeVisible();
  await expect(page.getByText('Это не повтор?')).toContainText('совпадает 1 позиция из 1');
  await expect(page.getByRole('link', { name: `Открыть № ${first}` })).toBeVisible();
  await page.getByText('Выполнен', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Выполнен' })).toBeChecked();
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await expect(page.getByText('Выполнен').first()).toBeVisible();
});

test('on a phone a line is a block with steps, and nothing scrolls sideways', async ({ page }) => {
  const client = await addClient(page, freshName());
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page);
  await page.goto(`/orders/new?client=${client}`);
  await cell(page, 0, 'product').fill('Кресло офисное');
  await cell(page, 0, 'price').fill('11 250');
  await page.getByRole('button', { name: 'Больше, строка 1' }).click();
  await expect(cell(page, 0, 'quantity')).toHaveValue('2');
  await expect(cell(page, 0, 'quantity')).toHaveAttribute('inputmode', 'decimal');
  await expect(
    page
      .locator('form')
      .getByText(/22\s500,00/)
      .first(),
  ).toBeVisible();
  await expect(cell(page, 1, 'product')).toBeHidden();
  await page.getByRole('button', { name: 'Добавить товар' }).click();
  await expect(cell(page, 1, 'product')).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(save(page)).toBeInViewport();
});
