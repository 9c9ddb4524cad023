import { expect, type Locator, type Page, test } from '@playwright/test';
import { signIn } from './office';

interface Numbered {
  href: string;
  /** As it is written beside the link. */
  text: string;
}

async function linksOf(links: Locator): Promise<Numbered[]> {
  return links.evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href') ?? '',
      text: [link.getAttribute('aria-label'), link.getAttribute('title'), ...Array.from(link.childNodes, (part) => part.textContent)].join(
        ' ',
      ),
    })),
  );
}

function plain(text: string): string {
  return text.replace(/[\u00a0\n]/g, ' ');
}

/** What the list says under its rows: how many, and their sum. */
async function listSays(page: Page, href: string): Promise<string> {
  await page.goto(href);
  const status = page.locator('main').getByRole('status').last();
  return plain((await status.locator('xpath=..').textContent()) ?? '');
}

/** Kopecks of the last amount in a text. */
function amountIn(text: string): string | undefined {
  const amount = [...text.matchAll(/(\d[\d\u00a0]*,\d\d)\u00a0₽/g)].at(-1)?.[1];
  return amount && plain(amount);
}

/**
 * Follows each of these links of the overview and compares what it tells with what its list says. Other tests take orders
 * meanwhile: what does not agree is read again.
 */
async function expectRows(page: Page, overview: string, links: Locator, agree: (text: string, says: string) => boolean): Promise<number> {
  await page.goto(overview);
  const items = await linksOf(links);
  for (const [at, first] of items.entries()) {
    let item = first;
    let says = await listSays(page, item.href);
    for (let tries = 0; tries < 3 && !agree(item.text, says); tries++) {
      await page.goto(overview);
      item = (await linksOf(links))[at] ?? first;
      says = await listSays(page, item.href);
    }
    expect(agree(item.text, says), `${item.text} behind ${item.href}: ${says}`).toBe(true);
  }
  return items.length;
}

function sameAmount(text: string, says: string): boolean {
  const amount = amountIn(text);
  return amount !== undefined && says.includes(` ${amount} ₽`);
}

function sameCount(text: string, says: string): boolean {
  return plain(/\d[\d\u00a0]*/.exec(text)?.[0] ?? '') === /^\d[\d ]*/.exec(says)?.[0].trim();
}

function section(page: Page, name: string): Locator {
  return page.locator('main section', { has: page.getByRole('heading', { name, exact: true }) });
}

test('one lands on the overview and every figure opens its rows', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await expect(page).toHaveURL(/:\d+\/$/);
  await expect(page).toHaveTitle(/^Обзор/);
  const figure = (name: string) =>
    page
      .locator('main dl')
      .first()
      .locator('div', { has: page.getByText(name, { exact: true }) })
      .getByRole('link');
  for (const period of ['/?period=month', '/?period=days30']) {
    expect(await expectRows(page, period, figure('Заказы'), sameCount)).toBe(2);
    expect(await expectRows(page, period, figure('Сумма'), sameAmount)).toBe(2);
    expect(await expectRows(page, period, figure('Средний заказ'), sameAmount)).toBe(2);
    expect(await expectRows(page, period, figure('Новые клиенты'), sameCount)).toBeGreaterThan(0);
  }
});

test('bars and statuses open exactly the orders they tell of', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  const bars = page.locator('main').getByRole('group', { name: 'Сумма по дням' }).locator('a');
  expect(await expectRows(page, '/?period=today', bars, sameAmount)).toBe(7);
  expect(await expectRows(page, '/?period=month', section(page, 'По статусам').getByRole('link'), sameAmount)).toBe(3);
});

test('clients and products open exactly the orders they tell of', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  for (const name of ['Клиенты', 'Товары'])
    expect(await expectRows(page, '/?period=month', section(page, name).locator('li a'), sameCount)).toBe(8);
});

test('what needs attention opens what it counts', async ({ page }) => {
  await signIn(page);
  const items = section(page, 'Требует внимания').locator('a:not([href*=duplicates])');
  expect(await expectRows(page, '/', items, sameCount)).toBeGreaterThan(0);
});

test('periods, bars and rows are links that work without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'ru-RU', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.getByRole('link', { name: '30 дней' }).click();
  await expect(page).toHaveURL(/period=days30/);
  await expect(page.getByRole('link', { name: '30 дней' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('group', { name: 'Сумма по дням' }).getByRole('link')).toHaveCount(30);
  await page.getByRole('group', { name: 'Сумма по дням' }).getByRole('link').last().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/orders\?from=(\d{4}-\d\d-\d\d)&to=\1/);
  await context.close();
});

test('a new order is one press away', async ({ page }) => {
  await signIn(page);
  await page
    .locator('main')
    .getByRole('link', { name: /Новый заказ/ })
    .click();
  await expect(page).toHaveURL(/\/orders\/new/);
});
