import { expect, type Page, test } from '@playwright/test';
import { freshName, signIn } from './office';

/** Sets up lists of his own, which would disturb the tests of the other user beside. */
const reader = 'admin';

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });
const rows = (page: Page) => page.getByRole('table').locator('tbody tr[data-row]');
const cells = (page: Page, name: string) => page.locator(`tbody td[data-cell="${name}"]`);

/** Sets the list of the signed-in user up as at first. */
async function asAtFirst(page: Page, list: 'orders' | 'clients'): Promise<void> {
  await page.goto(`/${list}?view=all`);
  await page.getByText('Столбцы', { exact: true }).click();
  await page.getByRole('button', { name: 'Как было сначала' }).click();
  await expect(heading(page, list === 'orders' ? 'Состав' : 'E-mail')).toBeVisible();
}

test('Shift on a heading sorts by one column more, a plain press by it alone', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/orders?view=all');
  await heading(page, 'Статус').getByRole('link').click();
  await expect(page).toHaveURL(/sort=status/);
  await heading(page, 'Сумма')
    .getByRole('link')
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=status%2C-total_price/);
  await expect(heading(page, 'Статус')).toHaveAttribute('aria-sort', 'ascending');
  await expect(heading(page, 'Сумма')).toContainText('²');
  await expect(heading(page, 'Сумма')).toContainText('затем, 2-й, по убыванию');
  const first = await cells(page, 'id').allTextContents();
  await page.getByRole('link', { name: 'Следующая страница' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByText('51–100')).toBeVisible();
  expect(await cells(page, 'id').allTextContents()).not.toEqual(first);
  await page.getByRole('link', { name: 'Предыдущая страница' }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(cells(page, 'id').first()).toHaveText(first[0] ?? '');
  expect(await cells(page, 'id').allTextContents()).toEqual(first);
  await heading(page, 'Сумма').getByRole('link').click();
  await expect(page).toHaveURL(/sort=-total_price/);
  await expect(heading(page, 'Статус')).not.toHaveAttribute('aria-sort', /./);
});

test('columns are shown, moved and resized, and stay so', async ({ page }) => {
  await signIn(page, reader);
  await asAtFirst(page, 'orders');
  await page.getByLabel('Телефон', { exact: true }).check();
  await expect(heading(page, 'Телефон')).toBeVisible();
  await page.getByRole('button', { name: '«Автор» раньше' }).click();
  await expect(page.getByRole('columnheader').nth(5)).toContainText('Автор');

  const edge = page.getByRole('separator', { name: 'Ширина столбца «Клиент»' });
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/lists/layout'));
  await edge.focus();
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect((await saved).status()).toBe(204);
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));

  const box = await page.getByRole('separator', { name: 'Ширина столбца «Дата»' }).boundingBox();
  if (!box) throw new Error('no edge to drag');
  const dragged = page.waitForResponse((answer) => answer.url().endsWith('/lists/layout'));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // What drags comes when the pointer is over the headings.
  await page.waitForLoadState('networkidle');
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect((await dragged).status()).toBe(204);

  await page.getByText('Столбцы', { exact: true }).click();
  const grip = (name: string) => page.locator(`li[data-column="${name}"] [data-grip]`);
  await grip('total_price').dragTo(grip('created_at'));
  await expect(page.getByRole('columnheader').nth(2)).toContainText('Сумма');
  await asAtFirst(page, 'orders');
  await expect(heading(page, 'Телефон')).toHaveCount(0);
});

test('density and page size are kept for their reader alone', async ({ page, browser, baseURL }) => {
  await signIn(page, reader);
  await page.goto('/orders?view=all');
  const height = async () => (await rows(page).first().boundingBox())?.height ?? 0;
  await page.getByText('Плотность', { exact: true }).click();
  await page.getByRole('button', { name: 'Компактно' }).click();
  await expect.poll(height).toBeLessThan(34);
  await page.getByText('По 50 на странице').first().click();
  await page.getByRole('button', { name: 'По 100 на странице' }).click();
  await expect(rows(page)).toHaveCount(100);
  await page.reload();
  await expect(rows(page)).toHaveCount(100);
  expect(await height()).toBeLessThan(34);

  const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}), locale: 'ru-RU' });
  await signIn(other, 'test');
  await other.goto('/orders?view=all');
  await expect(rows(other)).toHaveCount(50);
  await other.close();

  await page.getByText('По 100 на странице').first().click();
  await page.getByRole('button', { name: 'По 50 на странице' }).click();
  await expect(rows(page)).toHaveCount(50);
  await page.getByText('Плотность', { exact: true }).click();
  await page.getByRole('button', { name: 'Обычно' }).click();
  await expect.poll(height).toBeGreaterThan(38);
});

test('a moving period is one chip, and days that are named take its place', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/orders?view=all');
  await page.getByText('Фильтр', { exact: true }).click();
  await page.getByRole('link', { name: 'Месяц', exact: true }).click();
  await expect(page).toHaveURL(/period=month/);
  const drop = page.getByRole('link', { name: 'Убрать условие «Период»' });
  await expect(drop).toBeVisible();
  await expect(page.getByText('Этот месяц', { exact: true })).toBeVisible();
  await expect(heading(page, 'Дата')).toContainText('есть условие');
  await page.locator('summary').filter({ hasText: 'Фильтр' }).click();
  await page.getByLabel('С', { exact: true }).fill('2026-01-01');
  await page.getByLabel('Ждут, дней').fill('3');
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(page).toHaveURL(/from=2026-01-01/);
  await expect(page.getByText('Ждут 3 дня и дольше')).toBeVisible();
  await expect(cells(page, 'status').first()).toContainText('Ожидает');
  await page.getByText('Все условия', { exact: true }).first().click();
  await page.getByRole('link', { name: 'Любое условие' }).click();
  await expect(page).toHaveURL(/match=any/);
  await page.getByRole('link', { name: 'Сбросить всё' }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('what was found is marked in both lists, as it was really meant', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/orders?view=all');
  await page.getByRole('searchbox').fill('кресло');
  await page.keyboard.press('Enter');
  await expect(cells(page, 'product').locator('mark').first()).toHaveText(/кресло/i);
  await page.goto('/clients?q=bdfyjd');
  await expect(cells(page, 'name').locator('mark').first()).toHaveText(/иванов/i);
  const phone = (await page.locator('td[data-cell="mobile_phone"] a').first().textContent()) ?? '';
  await page.goto(`/clients?q=${encodeURIComponent(`8${phone.replace(/\D/g, '').slice(1)}`)}`);
  await expect(page.locator('td[data-cell="mobile_phone"] mark')).toHaveText(phone.replace(/^\+/, ''));
});

test('a view is saved, opened by others from its address, changed, renamed and deleted', async ({ page, browser, baseURL }) => {
  await signIn(page, reader);
  const name = freshName();
  await page.goto('/orders?status=Cancelled&sort=-total_price');
  await page.locator('summary').filter({ hasText: 'Вид' }).click();
  const form = page.getByRole('form', { name: 'Новый вид' });
  await form.getByLabel('Название').fill(name);
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page).toHaveURL(/view=\d+/);
  const tab = page.getByRole('navigation', { name: 'Виды', exact: true }).getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'true');

  // The address alone shows a colleague the same rows, though the view is private.
  const shown = await cells(page, 'id').allTextContents();
  const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}), locale: 'ru-RU' });
  await signIn(other, 'test');
  await other.goto(page.url());
  expect(await cells(other, 'id').allTextContents()).toEqual(shown);
  await expect(other.getByRole('link', { name })).toHaveCount(0);

  await heading(page, 'Дата').getByRole('link').click();
  await expect(page.getByText(`Вид «${name}» изменён`)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText(`Вид «${name}» изменён`)).toHaveCount(0);
  await page.goto('/orders?view=all');
  await tab.click();
  await expect(page).toHaveURL(/sort=-created_at/);

  await page.getByLabel(`Настройки вида «${name}»`).click();
  const settings = page.getByRole('form', { name: 'Настройки вида' });
  await settings.getByLabel('Название').fill(`${name} 2`);
  await settings.getByLabel('Для всех коллег').check();
  await settings.getByLabel('Открывать первым').check();
  await settings.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('link', { name: `${name} 2` })).toHaveCount(2);
  await other.goto('/orders?view=all');
  await expect(other.getByRole('link', { name: `${name} 2` }).first()).toBeVisible();
  await other.close();

  await page.goto('/orders');
  await expect(page).toHaveURL(/status=Cancelled.*view=\d+/);
  await page.getByRole('link', { name: 'Все', exact: true }).click();
  await expect(page).toHaveURL(/\/orders\?view=all$/);

  await page
    .getByRole('link', { name: `${name} 2` })
    .first()
    .click();
  await page.getByLabel(`Настройки вида «${name} 2»`).click();
  await page.getByRole('button', { name: 'Удалить вид' }).click();
  await expect(page).toHaveURL(/view=all/);
  await expect(page.getByRole('link', { name: `${name} 2` })).toHaveCount(0);
  await page.goto('/orders');
  await expect(page).toHaveURL(/\/orders$/);
});

test('nothing found says what was tried and which condition to drop', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/orders?view=all&status=Cancelled&from=2031-01-01');
  await expect(page.getByRole('heading', { name: 'По этим условиям заказов нет' })).toBeVisible();
  await expect(page.getByText(/Искали: .*Отменён.*01\.01\.2031/)).toBeVisible();
  await page.getByRole('link', { name: /Убрать «Период»: \d/ }).click();
  await expect(page).toHaveURL(/status=Cancelled/);
  await expect(cells(page, 'status').first()).toContainText('Отменён');
});

test('a card leads on through its list and back to the same place', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/orders?status=Completed&sort=-total_price&view=all');
  const ids = (await cells(page, 'id').allTextContents()).map((text) => text.trim());
  await page.getByRole('link', { name: 'Следующая страница' }).click();
  await expect(page.getByText('51–100')).toBeVisible();
  const [first = '', second = ''] = (await cells(page, 'id').allTextContents()).map((text) => text.trim());
  await page.getByRole('link', { name: `Заказ № ${first}` }).click();
  const walk = page.getByRole('navigation', { name: 'Соседние записи' });
  await expect(walk).toContainText('51 из');
  await walk.getByRole('link', { name: 'Следующая запись' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page
    .getByRole('navigation', { name: /Путь|путь|Где/ })
    .getByRole('link', { name: 'Заказы' })
    .click();
  await expect(page).toHaveURL(new RegExp(`status=Completed.*after=.*#row-${second}`));
  await expect(rows(page).first()).toHaveAttribute('data-row', first);
  await page.getByRole('link', { name: `Заказ № ${first}` }).click();
  await expect(walk).toContainText('51 из');
  await walk.getByRole('link', { name: 'Предыдущая запись' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ids.at(-1) ?? '');
  await page.goto(`/orders/${first}`);
  await expect(walk).toHaveCount(0);
});

test('clients have their tabs, conditions and neighbours too', async ({ page }) => {
  await signIn(page, reader);
  await page.goto('/clients?view=all');
  await page.getByRole('link', { name: 'С заказом в работе' }).click();
  await expect(page).toHaveURL(/has_pending=1/);
  await expect(page.getByRole('link', { name: 'Убрать условие «Есть заказ в работе»' })).toBeVisible();
  await heading(page, 'Сумма').getByRole('link').click();
  await expect(heading(page, 'Сумма')).toHaveAttribute('aria-sort', 'descending');
  await cells(page, 'name').first().getByRole('link').click();
  await expect(page.getByRole('navigation', { name: 'Соседние записи' })).toContainText('1 из');
});

test('on a phone orders stand under their days and the filter fills the screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, reader);
  await page.goto('/orders?view=all&status=Pending');
  await expect(page.getByRole('rowheader').first()).toContainText(/заказ.*₽/);
  await page.locator('summary').filter({ hasText: 'Фильтр' }).click();
  await expect(page.getByRole('heading', { name: 'Условия' })).toBeVisible();
  const panel = await page.getByRole('heading', { name: 'Условия' }).locator('..').boundingBox();
  expect(panel).toMatchObject({ x: 0, y: 0, width: 360 });
  await page.getByText('Закрыть', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Условия' })).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('columns, density and views work as forms', async ({ page }) => {
    await signIn(page, reader);
    await page.goto('/clients?view=all');
    await page.getByText('Столбцы', { exact: true }).click();
    await page.getByLabel('ИНН', { exact: true }).check();
    await page.getByRole('button', { name: 'Применить', exact: true }).click();
    await expect(heading(page, 'ИНН')).toBeVisible();
    await page.getByText('Столбцы', { exact: true }).click();
    await page.getByRole('button', { name: 'Как было сначала' }).click();
    await expect(heading(page, 'ИНН')).toHaveCount(0);
    const name = freshName();
    await page.goto('/clients?has_email=0');
    await page.locator('summary').filter({ hasText: 'Вид' }).click();
    await page.getByRole('form', { name: 'Новый вид' }).getByLabel('Название').fill(name);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page).toHaveURL(/has_email=0&view=\d+/);
    await page.getByLabel(`Настройки вида «${name}»`).click();
    await page.getByRole('button', { name: 'Удалить вид' }).click();
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  });
});
