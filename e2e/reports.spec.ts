import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addClient, addOrders, freshName, signIn } from './office';

function plain(text: string | null): string {
  return (text ?? '').replace(/[\u00a0\s]+/g, ' ');
}

/** What the orders list says under its rows: how many, and their sum. */
async function listSays(page: Page, href: string): Promise<string> {
  await page.goto(href);
  const status = page.locator('main').getByRole('status').last();
  return plain(await status.locator('xpath=..').textContent());
}

function figure(page: Page, name: string): Locator {
  return page
    .locator('main dl')
    .first()
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .getByRole('link')
    .first();
}

const rowsOf = (page: Page) => page.getByRole('table', { name: /^По / }).first();

async function textAndHref(link: Locator): Promise<{ text: string; href: string }> {
  return { text: plain(await link.textContent()), href: (await link.getAttribute('href')) ?? '' };
}

test('a report of a month opens exactly the orders behind its figures, bars and rows', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  const address = '/reports?from=2026-02-01&to=2026-02-28&status=Pending,Completed';
  for (const [name, said] of [
    ['Заказы', (text: string) => new RegExp(`^${text} заказ`)],
    ['Сумма', (text: string) => new RegExp(`Сумма ${text.replace(/[.$]/g, '\\$&')}`)],
    ['Средний', (text: string) => new RegExp(`Средний ${text.replace(/[.$]/g, '\\$&')}`)],
  ] as const) {
    await page.goto(address);
    const { text, href } = await textAndHref(figure(page, name));
    expect(await listSays(page, href), `${name} ${text}`).toMatch(said(text));
  }

  await page.goto(address);
  await expect(page.getByRole('link', { name: 'Сверено с заказами до копейки' })).toHaveAttribute('href', '/reports/check');
  const bars = page.getByRole('group', { name: /^Сумма по/ }).locator('a[href*="2026-02"]');
  const bar = { label: plain(await bars.last().getAttribute('aria-label')), href: (await bars.last().getAttribute('href')) ?? '' };
  const [, sum = ''] = /: (.*₽)/.exec(bar.label) ?? [];
  expect(await listSays(page, bar.href)).toContain(sum);

  await page.goto(`${address}&group=client`);
  const row = rowsOf(page)
    .locator('tbody tr', { has: page.locator('th[scope=row]') })
    .first();
  const cells = (await row.locator('td').allTextContents()).map(plain);
  const says = await listSays(page, (await row.locator('th a').first().getAttribute('href')) ?? '');
  expect(says).toMatch(new RegExp(`^${cells[0]} заказ`));
  expect(says).toContain(`Сумма ${cells[2]}`);
});

test('periods, their neighbours, the comparison and the step stand in the address', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports?from=2026-03-01&to=2026-03-31');
  await expect(page.getByText('1 – 31 марта 2026', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Период' }).getByRole('link', { name: 'Месяц' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await page.getByRole('link', { name: 'Предыдущий период' }).click();
  await expect(page).toHaveURL(/from=2026-02-01&to=2026-02-28/);
  await page.getByRole('link', { name: 'Следующий период' }).click();
  await expect(page).toHaveURL(/from=2026-03-01&to=2026-03-31/);
  await expect(page.locator('summary', { hasText: 'Сравнить' })).toContainText('с февралём');
  await page.locator('summary', { hasText: 'Сравнить' }).click();
  await page.getByRole('link', { name: 'с прошлым годом' }).click();
  await expect(page).toHaveURL(/compare=year/);
  await expect(page.locator('main dl').first()).toContainText(/к 1 – 31 марта 2025|не с чем сравнить/);
  await page.locator('summary', { hasText: 'Шаг' }).click();
  await page.getByRole('link', { name: 'неделя', exact: true }).first().click();
  await expect(page).toHaveURL(/step=week/);
  await expect(page.getByRole('heading', { name: 'Сумма по неделям' })).toBeVisible();
  await expect(page.getByText('1 мар · неполная', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Без отменённых' }).click();
  await expect(page).toHaveURL(/status=Pending%2CCompleted/);
  await page.getByRole('link', { name: 'Убрать условие «Без отменённых»' }).click();
  await expect(page).not.toHaveURL(/status=/);
  await page.getByRole('link', { name: 'Месяц', exact: true }).first().click();
  await expect(page).toHaveURL(/period=month/);
  await expect(page.getByTitle('Следующий период ещё не наступил')).toBeVisible();
});

test('wrong days are told at their field and nothing is lost; a period without orders leads to the nearest', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports?group=product&status=Completed');
  await page.getByText('Другой…').click();
  await page.getByLabel('С', { exact: true }).fill('2026-03-20');
  await page.getByLabel('По', { exact: true }).fill('2026-03-10');
  await page.getByRole('button', { name: 'Показать' }).first().click();
  await expect(page.getByText('Последний день раньше первого')).toBeVisible();
  await expect(page.getByLabel('По', { exact: true })).toHaveValue('2026-03-10');
  await expect(page).toHaveURL(/group=product.*status=Completed/);
  await page.getByLabel('С', { exact: true }).fill('2001-03-01');
  await page.getByLabel('По', { exact: true }).fill('2001-03-31');
  await page.getByRole('button', { name: 'Показать' }).first().click();
  await expect(page.getByText('За этот период заказов нет')).toBeVisible();
  await page.getByRole('link', { name: /^Ближайшие заказы/ }).click();
  await expect(rowsOf(page).locator('tbody tr').first()).toBeVisible();
  await page.goto('/reports');
  await page.getByText('Другой…').click();
  await page.getByLabel('Последние, дней').fill('10');
  await page.getByRole('button', { name: 'Показать' }).nth(1).click();
  await expect(page.getByRole('group', { name: 'Сумма по дням' })).toBeVisible();
});

test('clients by class open and close, a second group has subtotals, columns sort', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports?period=year');
  const table = rowsOf(page);
  await expect(table.getByRole('link', { name: /^Класс A/ })).toHaveAttribute('aria-expanded', 'true');
  const classB = table.getByRole('link', { name: /^Класс B/ });
  await expect(classB).toHaveAttribute('aria-expanded', 'false');
  await classB.click();
  await expect(classB).toHaveAttribute('aria-expanded', 'true');
  const before = await table.locator('tbody tr').count();
  await table
    .getByRole('link', { name: /^Ещё \d+ клиент/ })
    .first()
    .click();
  await expect(async () => expect(await table.locator('tbody tr').count()).toBeGreaterThan(before)).toPass();

  await page.goto('/reports?period=year&group=status,manager');
  const section = table.locator('tbody').first();
  const amounts = (await section.locator('tr td:nth-child(4)').allTextContents()).map((text) =>
    Number(text.replace(/[^\d,]/g, '').replace(',', '')),
  );
  const [subtotal = 0, ...parts] = amounts;
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(subtotal);

  await page.goto('/reports?period=year&group=month');
  await table.getByRole('link', { name: 'Заказы', exact: true }).first().click();
  await expect(page).toHaveURL(/sort=-orders/);
  await expect(table.getByRole('columnheader', { name: 'Заказы' })).toHaveAttribute('aria-sort', 'descending');
});

test('a report is kept under a name, changed, opened by the team and deleted', async ({ page, browser, baseURL }) => {
  await signIn(page);
  await page.goto('/reports?period=quarter&group=product&status=Completed');
  const name = freshName();
  await page.getByText('Сохранить отчёт').click();
  await page.getByRole('textbox', { name: 'Название' }).fill(name);
  await page.getByLabel('Для всех коллег').check();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page).toHaveURL(/view=\d+/);
  await expect(page.getByRole('navigation', { name: 'Виды отчёта' }).getByRole('link', { name })).toHaveAttribute('aria-current', 'page');

  const context = await browser.newContext({ baseURL, locale: 'ru-RU' });
  const other = await context.newPage();
  await signIn(other, 'admin');
  await other.goto('/reports/saved');
  await expect(other.getByRole('row', { name: new RegExp(name) })).toContainText('Для всех коллег');
  await other.getByRole('table').getByRole('link', { name }).click();
  await expect(other).toHaveURL(/period=quarter.*group=product.*status=Completed/);
  await context.close();

  await page.getByRole('link', { name: 'Год', exact: true }).click();
  await expect(page.getByText(`Отчёт «${name}» изменён`)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Сохранить' }).first().click();
  await expect(page.getByText(`Отчёт «${name}» изменён`)).toBeHidden();
  await page.getByLabel(`Настройки отчёта «${name}»`).click();
  await page.getByRole('button', { name: 'Удалить отчёт' }).click();
  await expect(page).toHaveURL(/\/reports\/saved/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});

test('the whole table is copied with plain numbers, closed rows too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  const name = freshName();
  await addOrders(page, await addClient(page, name), 2);
  await page.goto('/reports?period=year');
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await page.getByRole('link', { name: 'Копировать таблицу' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Таблица скопирована' })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split(/\r?\n/)[0]).toBe('Клиент\tЗаказы\tОжидают\tШтук\tСумма\tДоля, %');
  const row = text.split(/\r?\n/).find((line) => line.includes(name));
  expect(row?.split('\t').slice(1, 5)).toEqual(['2', '2', '2', '200']);
});

test('the table is downloaded as it is asked for', async ({ page }) => {
  await signIn(page);
  await page.goto('/reports?period=year&group=status&sort=-orders');
  await page.locator('summary', { hasText: 'Скачать' }).click();
  await expect(page.getByRole('link', { name: /^Excel/ })).toContainText(/\d+ строк/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^CSV \(RFC 4180\)/ }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join()).toMatch(/Выполнен|Completed/);
});

test('on a phone a row opens the rest, and only the chart scrolls sideways', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    locale: 'ru-RU',
    viewport: { width: 360, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await signIn(page);
  await page.goto('/reports?period=year&step=week');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const row = rowsOf(page).locator('tbody details').first();
  await row.locator('summary').tap();
  await expect(row).toContainText('С накоплением');
  await row.getByRole('link', { name: 'Открыть заказы' }).tap();
  await expect(page).toHaveURL(/\/orders\?.*client=\d+/);
  await context.close();
});

test('all of it works without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'ru-RU', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Год', exact: true }).click();
  await expect(page).toHaveURL(/period=year/);
  await page.getByText('Другой…').click();
  await page.getByLabel('С', { exact: true }).fill('2026-03-20');
  await page.getByLabel('По', { exact: true }).fill('2026-03-10');
  await page.getByRole('button', { name: 'Показать' }).first().click();
  await expect(page.getByText('Последний день раньше первого')).toBeVisible();
  await page.goto('/reports?period=year');
  await page.locator('summary', { hasText: 'Группа' }).click();
  await page.getByRole('link', { name: 'месяц', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'По месяцам', exact: true })).toBeVisible();
  await page.locator('summary', { hasText: 'Таблица' }).click();
  await expect(page.getByRole('table', { name: 'Сумма по месяцам' })).toBeVisible();
  await page.locator('summary', { hasText: 'Фильтр' }).click();
  await page.getByLabel('Выполнен', { exact: true }).check();
  await page.getByRole('button', { name: 'Показать' }).last().click();
  await expect(page).toHaveURL(/status=Completed/);
  await page.getByText('Сохранить отчёт').click();
  const name = freshName();
  await page.getByRole('textbox', { name: 'Название' }).fill(name);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page).toHaveURL(/view=\d+/);
  await page.goto('/reports/saved');
  await expect(page.getByRole('table').getByRole('link', { name })).toBeVisible();
  await context.close();
});

/** The number that a list tells under its rows. */
async function foundIn(page: Page): Promise<number> {
  const status = plain(await page.locator('main').getByRole('status').last().textContent());
  return Number(/([\d ]+)/.exec(status)?.[1]?.replace(/ /g, ''));
}

test('clients who came back, classes and hours open exactly who and what they count', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  const address = '/reports?from=2026-02-01&to=2026-02-28&status=Pending,Completed&group=client&open=A,B,C';
  await page.goto(address);
  const returning = page
    .locator('dl', { hasText: 'Вернувшиеся клиенты' })
    .locator('div', { hasText: 'Вернувшиеся клиенты' })
    .getByRole('link');
  const count = Number(plain(await returning.textContent()).replace(/ /g, ''));
  expect(count).toBeGreaterThan(0);
  await returning.click();
  await page.waitForURL(/\/clients\?/);
  expect(await foundIn(page)).toBe(count);
  await expect(page.getByRole('main').getByText('Заказывали до 01.02.2026')).toBeVisible();
  await expect(page.getByRole('main').getByText(/статус .*период .*2026/)).toBeVisible();

  await page.goto(address);
  const head = rowsOf(page).locator('tr', { hasText: 'Класс B' });
  const [, members = ''] = /Класс B ?(\d+) клиент/.exec(plain(await head.locator('th').textContent())) ?? [];
  const orders = plain(await head.locator('td').first().textContent());
  await head.getByRole('link', { name: 'Открыть клиентов' }).click();
  await page.waitForURL(/\/clients\?/);
  expect(await foundIn(page)).toBe(Number(members));
  await expect(page.getByRole('main').getByText('Класс B', { exact: true })).toBeVisible();

  await page.goto(address);
  await head.locator('td a').first().click();
  await page.waitForURL(/\/orders\?/);
  expect(await foundIn(page)).toBe(Number(orders.replace(/ /g, '')));
  await expect(page.getByRole('main').getByText('Клиенты класса B', { exact: true })).toBeVisible();

  await page.goto(address);
  const hour = page.getByRole('region', { name: 'По дням недели и часам' }).locator('tbody a').first();
  const inHour = Number(plain(await hour.textContent()));
  await hour.click();
  await page.waitForURL(/weekday=/);
  expect(await foundIn(page)).toBe(inHour);
  await expect(page.getByRole('main').getByText(/^День недели/)).toBeVisible();
});
