import { expect, type Page, test } from '@playwright/test';
import { freshName, signIn } from './office';

/** Sets up a list of his own, which would disturb the tests of the other user beside. */
const reader = 'admin';

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });
const cells = (page: Page, name: string) => page.locator(`tbody td[data-cell="${name}"]`);
const menu = (page: Page) => page.getByText('Столбцы', { exact: true });

async function addProduct(page: Page, fields: Record<string, string>): Promise<void> {
  await page.goto('/products/new');
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(fields.Название ?? '');
}

test('products are sorted by several columns, each in its own direction', async ({ page }) => {
  const name = freshName();
  await signIn(page, reader);
  await addProduct(page, { Название: `${name} один`, Единица: 'шт.', Цена: '10' });
  await addProduct(page, { Название: `${name} два`, Единица: 'кг', Цена: '5' });
  await addProduct(page, { Название: `${name} три`, Единица: 'шт.', Цена: '20' });
  await page.goto(`/products?view=all&q=${encodeURIComponent(name)}`);
  await heading(page, 'Ед.').getByRole('link').click();
  await expect(page).toHaveURL(/sort=unit/);
  await heading(page, 'Цена')
    .getByRole('link')
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=unit%2Cprice/);
  await expect(cells(page, 'name')).toHaveText([`${name} два`, `${name} один`, `${name} три`]);
  await heading(page, 'Цена')
    .getByRole('link')
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=unit%2C-price/);
  await expect(heading(page, 'Ед.')).toHaveAttribute('aria-sort', 'ascending');
  await expect(heading(page, 'Цена')).toContainText('затем, 2-й, по убыванию');
  await expect(cells(page, 'name')).toHaveText([`${name} два`, `${name} три`, `${name} один`]);
});

test('a column is hidden and another shown, and it stays so for their reader', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/products?view=all');
  await expect(heading(page, 'НДС')).toHaveCount(0);
  await menu(page).click();
  await page.getByLabel('Артикул', { exact: true }).uncheck();
  await expect(heading(page, 'Артикул')).toHaveCount(0);
  await page.getByLabel('НДС', { exact: true }).check();
  await expect(heading(page, 'НДС')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'НДС')).toBeVisible();
  await expect(heading(page, 'Артикул')).toHaveCount(0);
  await expect(cells(page, 'vat_rate').first()).toHaveText(/%|без НДС/);
  const size = (rows: number) => page.locator('summary').filter({ hasText: `По ${rows} на странице` });
  await size(50).click();
  await page.getByRole('button', { name: 'По 100 на странице' }).click();
  await size(100).click();
  await page.getByRole('button', { name: 'По 50 на странице' }).click();
  await expect(size(50)).toBeVisible();
  await menu(page).click();
  await page.getByRole('button', { name: 'Как было сначала' }).click();
  await expect(heading(page, 'Артикул')).toBeVisible();
  await expect(heading(page, 'НДС')).toHaveCount(0);
});

test('a view of products is saved, opened first, changed and deleted', async ({ page }) => {
  const name = freshName();
  await signIn(page, reader);
  await page.goto('/products?unsold=1&sort=-price');
  await page.locator('summary').filter({ hasText: 'Вид' }).click();
  const form = page.getByRole('form', { name: 'Новый вид' });
  await form.getByLabel('Название').fill(name);
  await form.getByLabel('Открывать первым').check();
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page).toHaveURL(/\/products\?unsold=1.*view=\d+/);
  const tab = page.getByRole('navigation', { name: 'Виды', exact: true }).getByRole('link', { name, exact: true });
  await expect(tab).toHaveAttribute('aria-current', 'true');
  await heading(page, 'Товар').getByRole('link').click();
  await expect(page.getByText(`Вид «${name}» изменён`)).toBeVisible();

  await page.goto('/products');
  await expect(page).toHaveURL(/unsold=1.*sort=-price.*view=\d+/);
  await page.getByRole('link', { name: 'Все', exact: true }).click();
  await expect(page).toHaveURL(/\/products\?view=all$/);
  await tab.click();
  await page.getByLabel(`Настройки вида «${name}»`).click();
  await page.getByRole('button', { name: 'Удалить вид' }).click();
  await expect(page).toHaveURL(/\/products\?view=all/);
  await expect(tab).toHaveCount(0);
  await page.goto('/products');
  await expect(page).toHaveURL(/\/products$/);
});

test('what was found is marked; conditions stand as chips, and where nothing fits it is said which to drop', async ({ page }) => {
  const name = freshName();
  await signIn(page, reader);
  await addProduct(page, { Название: `Рулетка ${name}`, Артикул: `РЛ-${name}`, Цена: '100' });
  await page.goto(`/products?view=all&q=${encodeURIComponent(name.toLowerCase())}`);
  await expect(cells(page, 'name').locator('mark')).toHaveText(name);
  await expect(cells(page, 'sku').locator('mark')).toHaveText(name);
  await page.locator('summary').filter({ hasText: 'Фильтр' }).click();
  await page.getByLabel('Без цены').check();
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(page).toHaveURL(/without_price=1/);
  await expect(page.getByRole('heading', { name: 'По этим условиям товаров нет' })).toBeVisible();
  await expect(page.getByText(/Искали: .*Без цены/)).toBeVisible();
  await page.getByRole('link', { name: 'Убрать «Без цены»: 1' }).click();
  await expect(cells(page, 'name')).toHaveText([`Рулетка ${name}`]);
  await page.goto('/products?deleted=1');
  await page.getByRole('link', { name: 'Убрать условие «Удалённые»' }).click();
  await expect(page).not.toHaveURL(/deleted/);
});

test('arrows lead through the products, Space opens a price where it has the focus, Enter the card', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/products?view=all');
  const opener = (n: number) => page.locator('tr[data-row]').nth(n).locator('a[data-open]');
  await expect(opener(0)).toBeVisible();
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return page.evaluate(() => document.activeElement?.matches('a[data-open]'));
    })
    .toBe(true);
  await opener(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(opener(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(opener(0)).toBeFocused();
  const price = page.locator('tr[data-row]').first().getByLabel('Цена');
  await page.locator('tr[data-row]').first().locator('summary').focus();
  await page.keyboard.press('Space');
  await expect(price).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(price).toBeHidden();
  await opener(1).focus();
  const name = await opener(1).textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
});

test('on a phone a product is a block of two lines, its price is changed in it', async ({ page }) => {
  const name = freshName();
  await signIn(page, reader);
  await addProduct(page, { Название: name, Артикул: 'Ф-1', Цена: '100' });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/products?view=all&q=${encodeURIComponent(name)}`);
  await expect(cells(page, 'sold')).toContainText('0');
  await expect(cells(page, 'unit')).toBeHidden();
  await cells(page, 'price').locator('summary').click();
  await cells(page, 'price').getByLabel('Цена').fill('120');
  await cells(page, 'price').getByRole('button', { name: 'Сохранить' }).click();
  await expect(cells(page, 'price').locator('summary')).toContainText('120,00');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('columns and conditions of products work as forms', async ({ page }) => {
    await signIn(page, reader);
    await page.goto('/products?view=all');
    await menu(page).click();
    await page.getByLabel('Изменён', { exact: true }).check();
    await page.getByRole('button', { name: 'Применить', exact: true }).click();
    await expect(heading(page, 'Изменён')).toBeVisible();
    await menu(page).click();
    await page.getByRole('button', { name: 'Как было сначала' }).click();
    await expect(heading(page, 'Изменён')).toHaveCount(0);
    await page.locator('summary').filter({ hasText: 'Фильтр' }).click();
    await page.getByLabel('Не продавались 90 дней').check();
    await page.getByLabel('Без цены').check();
    await page.getByLabel('Любое условие').check();
    await page.getByRole('button', { name: 'Показать' }).click();
    await expect(page).toHaveURL(/without_price=1.*unsold=1.*match=any/);
    await expect(page.getByRole('link', { name: 'Убрать условие «Без цены»' })).toBeVisible();
  });
});
