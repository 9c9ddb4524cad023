import { expect, type Page, test } from '@playwright/test';
import { addClient, freshName, signIn } from './office';

const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true }).last();
const cell = (page: Page, line: number, field: string) => page.locator(`[name="items.${line}.${field}"]`);

async function addOrder(page: Page): Promise<string> {
  const client = await addClient(page, freshName());
  await page.goto(`/orders/new?client=${client}`);
  for (const [at, product] of ['Кресло', 'Лампа'].entries()) {
    await cell(page, at, 'product').fill(product);
    await cell(page, at, 'quantity').fill('6');
    await cell(page, at, 'price').fill('100');
  }
  await page.getByLabel('Описание').fill('Доставка во вторник');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  return page.url();
}

test('both changed an order: what differs is chosen, the rest is merged and told', async ({ page, browser }) => {
  test.slow();
  await signIn(page);
  const card = await addOrder(page);
  await page.goto(`${card}/edit`);
  await page.getByLabel('Описание').fill('Доставка во вторник до 12:00');
  await cell(page, 0, 'quantity').fill('8');
  await cell(page, 1, 'price').fill('90');

  const colleague = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  await signIn(colleague, 'admin');
  await colleague.goto(`${card}/edit`);
  await colleague.getByLabel('Описание').fill('Доставка в среду');
  await cell(colleague, 0, 'quantity').fill('7');
  await cell(colleague, 2, 'product').fill('Коврик');
  await cell(colleague, 2, 'price').fill('50');
  await save(colleague).click();
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Заказ №');

  await save(page).click();
  const dialog = page.getByRole('dialog', { name: 'admin сохранил этот заказ раньше вас' });
  await expect(dialog).toContainText('2 поля изменили оба');
  await expect(dialog.getByRole('row', { name: /Описание/ })).toContainText('Доставка во вторник');
  await expect(dialog).toContainText('admin: добавлена строка «Коврик»');
  await expect(dialog).toContainText('вы: Лампа: Цена — 90,00');
  await dialog.getByRole('button', { name: 'Вернуться к форме' }).click();
  await expect(cell(page, 0, 'quantity')).toHaveValue('8');
  await save(page).click();
  await dialog.getByRole('radio', { name: /Кресло: Кол-во, admin, .*: 7/ }).check();

  // Once more somebody is faster: the window comes back with what stands now.
  await colleague.goto(`${card}/edit`);
  await colleague.getByText('Выполнен', { exact: true }).click();
  await save(colleague).click();
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Заказ №');
  await dialog.getByRole('button', { name: 'Сохранить объединённое' }).click();
  await expect(dialog).toContainText('admin: Статус — Выполнен');
  await dialog.getByRole('radio', { name: /Кресло: Кол-во, admin, .*: 7/ }).check();
  await dialog.getByRole('button', { name: 'Сохранить объединённое' }).click();

  await expect(page).toHaveURL(card);
  await expect(page.getByText('Доставка во вторник до 12:00').first()).toBeVisible();
  const lines = page.getByRole('table').first();
  await expect(lines.getByRole('row', { name: /Кресло/ })).toContainText('7');
  await expect(lines.getByRole('row', { name: /Лампа/ })).toContainText('90,00');
  await expect(lines.getByRole('row', { name: /Коврик/ })).toBeVisible();
  await expect(page.getByText('Выполнен').first()).toBeVisible();
});

test('a draft of an older version does not silently go over a newer one', async ({ page, context }) => {
  await signIn(page);
  const card = await addOrder(page);
  await page.goto(`${card}/edit`);
  await page.getByLabel('Описание').fill('Моё');
  await expect(page.getByText(/Черновик сохранён/)).toBeVisible();
  const other = await context.newPage();
  await other.goto(card);
  await other.getByRole('button', { name: 'Выполнить' }).click();
  await expect(other.getByRole('link', { name: /Выполнен\. Сменить$/ })).toBeVisible();
  await page.goto(`${card}/edit`);
  await expect(page.getByText('С тех пор запись сохранил кто-то ещё')).toBeVisible();
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click();
  await expect(page.getByLabel('Описание')).toHaveValue('Моё');
  await save(page).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('test: Статус — Выполнен');
  await dialog.getByRole('button', { name: 'Сохранить объединённое' }).click();
  await expect(page).toHaveURL(card);
  await expect(page.getByText('Выполнен').first()).toBeVisible();
  await expect(page.getByText('Моё').first()).toBeVisible();
});

test('both changed a client', async ({ page, context }) => {
  await signIn(page);
  const client = await addClient(page, freshName());
  await page.goto(`/clients/${client}/edit`);
  await page.getByLabel('Компания').fill('ООО «Второй»');
  await page.getByLabel('Адрес').fill('Тверь');
  const other = await context.newPage();
  await other.goto(`/clients/${client}/edit`);
  await other.getByLabel('Компания').fill('ООО «Первый»');
  await save(other).click();
  await expect(other).toHaveURL(/\/clients\/\d+$/);
  await save(page).click();
  const dialog = page.getByRole('dialog', { name: /сохранил этого клиента раньше вас/ });
  await dialog.getByRole('radio', { name: /Компания, test, .*: ООО «Первый»/ }).check();
  await dialog.getByRole('button', { name: 'Сохранить объединённое' }).click();
  await expect(page).toHaveURL(/\/clients\/\d+$/);
  await expect(page.getByText('ООО «Первый»').first()).toBeVisible();
  await expect(page.getByText('Тверь').first()).toBeVisible();
});
