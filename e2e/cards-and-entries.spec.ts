import { readFileSync } from 'node:fs';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { addClient, addOrders, freshName, openMore, openReady, signIn } from './office';

test.beforeEach(async ({ page }) => signIn(page));

async function pressed(page: Page, link: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return download;
}

const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

async function openDownloads(page: Page): Promise<Locator> {
  await page.getByRole('main').locator('summary', { hasText: 'Скачать' }).click();
  return page.getByRole('main').locator('details[open]');
}

test('clients go out as cards, all that were found or one', async ({ page }) => {
  const name = freshName();
  const id = await addClient(page, name);
  await openReady(page, `/clients?q=${encodeURIComponent(name)}`);
  const list = await pressed(page, (await openDownloads(page)).getByRole('link', { name: 'vCard 1 строка' }));
  expect(list.suggestedFilename()).toMatch(/^Клиенты .*\.vcf$/);
  expect(await textOf(list)).toMatch(new RegExp(`^BEGIN:VCARD\r\nVERSION:3\\.0\r\n[^]*\r\nN:${name};[^]*END:VCARD\r\n$`));
  await openReady(page, `/clients/${id}`);
  await openMore(page);
  const one = await pressed(page, page.getByRole('link', { name: 'vCard' }));
  expect(await textOf(one)).toContain(`\r\nN:${name};`);
});

test('cards come in through the import, and their columns are known', async ({ page }) => {
  const [first, second] = [freshName(), freshName()];
  const card = (name: string, n: number) =>
    `BEGIN:VCARD\nVERSION:3.0\nN:${name};Анна;;;\nFN:Анна ${name}\nEMAIL:${Date.now()}.${n}@example.com\nEND:VCARD\n`;
  await page.goto('/imports/new?entity=client');
  await page
    .locator('#file')
    .setInputFiles({ name: 'контакты.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card(first, 1) + card(second, 2)) });
  await page.getByRole('button', { name: 'Загрузить файл' }).click();
  await page.waitForURL(/\/imports\/\d+\/columns$/);
  await expect(page.getByText('Фамилия (N)').first()).toBeVisible();
  await page.getByRole('button', { name: /^Проверить 2 стр/ }).click();
  await page.waitForURL(/\/imports\/\d+\/check$/);
  await expect(page.getByText(first).first()).toBeVisible();
});

test('sales and payments go out as entries', async ({ page }) => {
  const name = freshName();
  const client = await addClient(page, name);
  const ids = await addOrders(page, client, 2);
  await openReady(page, `/orders?client=${client}&sort=id`);
  const entries = (await openDownloads(page)).getByRole('region', { name: 'Проводки продаж и оплат' });
  const journal = await pressed(page, entries.getByRole('link', { name: 'hledger (журнал)' }));
  expect(journal.suggestedFilename()).toMatch(/^Проводки .*\.journal$/);
  const text = await textOf(journal);
  for (const id of ids) expect(text).toContain(`(order-${id}) ${name}`);
  expect(text).toMatch(new RegExp(` {4}Assets:Receivable:${name}.* № ${client} {2}100\\.00 RUB`));
});
