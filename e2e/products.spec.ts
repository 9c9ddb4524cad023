import { expect, type Page, test } from '@playwright/test';
import { addClient, freshName, signIn } from './office';

async function addOrder(page: Page, client: number, product: string, price: string): Promise<void> {
  await page.goto(`/orders/new?client=${client}`);
  await page.locator('[name="items.0.product"]').fill(product);
  await page.locator('[name="items.0.price"]').fill(price);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
}

async function openProduct(page: Page, name: string): Promise<void> {
  await page.goto(`/products?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

test('a product comes from an order, is renamed, and keeps its orders; its price changes none of them', async ({ page }) => {
  const name = `Верстак ${freshName()}`;
  await signIn(page);
  await addOrder(page, await addClient(page, freshName()), name, '1 500,50');
  await openProduct(page, name);
  await expect(page.getByRole('complementary', { name: 'О товаре' })).toContainText(/1\s500,50/);
  await expect(page.getByText('Пока никто ничего не менял')).toBeVisible();

  await page.getByRole('link', { name: /Изменить/ }).click();
  await expect(page.getByText('Старые заказы не изменятся')).toBeVisible();
  await page.getByLabel('Название').fill(`${name} большой`);
  await page.getByLabel('Цена').fill('два рубля');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByLabel('Цена')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Название')).toHaveValue(`${name} большой`);
  await page.getByLabel('Цена').fill('2 000');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} большой`);
  await expect(page.getByRole('complementary', { name: 'О товаре' })).toContainText(`«${name.toLowerCase()}»`);
  await expect(page.getByRole('complementary', { name: 'О товаре' })).toContainText(/test изменил/);

  await page.getByRole('link', { name: 'Все заказы с этим товаром' }).click();
  await expect(page).toHaveURL(/\/orders\?product_id=\d+/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('table')).toContainText(/1\s500,50/);
  await expect(page.getByRole('link', { name: 'Убрать условие «Товар»' })).toBeVisible();
});

test('a price is changed in its place in the list, and a bad one is told there', async ({ page }) => {
  const name = `Тиски ${freshName()}`;
  await signIn(page);
  await addOrder(page, await addClient(page, freshName()), name, '700');
  await page.goto(`/products?q=${encodeURIComponent(name)}`);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.locator('summary').click();
  const price = row.getByLabel('Цена');
  await expect(price).toBeFocused();
  await price.fill('-5');
  await price.press('Enter');
  await expect(price).toHaveAttribute('aria-invalid', 'true');
  await price.fill('825,5');
  await price.press('Enter');
  await expect(row.locator('summary')).toContainText(/825,50/);
  await expect(page).toHaveURL(/\/products\?q=/);
  await expect(price).toBeHidden();
  await row.getByRole('link', { name: /^1(\s|$)/ }).click();
  await expect(page).toHaveURL(/product_id=\d+.*status=/);
  await expect(page.getByRole('table')).toContainText(/700,00/);
});

test('a name belongs to one product: the form says whose it is, also in the bin', async ({ page }) => {
  const name = `Лампа ${freshName()}`;
  await signIn(page);
  const add = async () => {
    await page.goto('/products/new');
    await page.getByLabel('Название').fill(name.toUpperCase());
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  };
  await add();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name.toUpperCase());
  const card = page.url();
  await add();
  await expect(page.getByText(/Это название уже у товара №/)).toBeVisible();
  await page.getByRole('link', { name: 'Открыть этот товар' }).click();
  await expect(page).toHaveURL(card);

  await page.getByRole('button', { name: 'Удалить товар' }).click();
  await expect(page.getByText(/В корзине с/)).toBeVisible();
  await add();
  await expect(page.getByText(/в корзине: .*Восстановите его/)).toBeVisible();
  await page.goto('/bin?of=products');
  await page.getByRole('button', { name: new RegExp(`Восстановить: ${name}`, 'i') }).click();
  await expect(page).toHaveURL(card);
  await expect(page.getByRole('button', { name: 'Удалить товар' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'О товаре' })).toContainText(/восстановил/);
});

test('the views of the catalogue stand in the address', async ({ page }) => {
  const name = `Безцен ${freshName()}`;
  await signIn(page);
  await page.goto('/products/new');
  await page.getByLabel('Название').fill(name);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goto('/products');
  await page.getByRole('link', { name: 'Без цены' }).click();
  await expect(page).toHaveURL(/without_price=1/);
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await page.getByRole('link', { name: 'Не продавались 90 дней' }).click();
  await expect(page).toHaveURL(/unsold=1/);
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await page.getByRole('link', { name: 'Товар', exact: true }).click();
  await expect(page).toHaveURL(/unsold=1.*sort=-name|sort=-name.*unsold=1/);
});

test('products are read and changed without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'ru-RU' });
  const page = await context.newPage();
  await signIn(page);
  const name = `Полка ${freshName()}`;
  await page.goto('/products/new');
  await page.getByLabel('Название').fill(name);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goto(`/products?q=${encodeURIComponent(name)}`);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.locator('summary').click();
  await row.getByLabel('Цена').fill('12,30');
  await row.getByRole('button', { name: 'Сохранить' }).click();
  await expect(row.locator('summary')).toContainText(/12,30/);
  await context.close();
});
