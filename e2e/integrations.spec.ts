import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { Webhook } from 'standardwebhooks';
import { freshName, signIn } from './office';

interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A receiver of webhooks on this machine; it answers with `status`. */
async function receiver() {
  const got: Received[] = [];
  const state = { status: 200 };
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body });
      answer.writeHead(state.status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { got, state, url: `http://127.0.0.1:${port}/hook`, close: () => server.close() };
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Over the API: a product comes and goes. What its going is told as is of this test alone; clients and orders others make, too. */
async function dropProduct(page: Page): Promise<void> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const headers = { authorization: `Bearer ${((await answer.json()) as { access: string }).access}` };
  const added = await page.request.post('/api/products/add/', { headers, data: { name: freshName() } });
  await page.request.delete(`/api/products/delete/${((await added.json()) as { id: number }).id}/`, { headers });
}

/** A webhook connection made through the form; its page is open afterwards. The secret that was shown. */
async function addWebhook(page: Page, name: string, url: string): Promise<string> {
  await page.goto('/settings/integrations/new/webhook');
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Адрес (URL)').fill(url);
  await page.locator('[name="topic.product.deleted"]').check();
  await page.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.getByRole('heading', { name: 'Готово. Скопируйте это сейчас' })).toBeFocused();
  const secret = await page.getByLabel('Секрет', { exact: true }).inputValue();
  await page.getByRole('link', { name: 'Открыть подключение' }).click();
  await expect(title(page)).toHaveText(name);
  return secret;
}

test('a receiver is tried, told, waited for when it breaks, and told again', async ({ page }) => {
  const peer = await receiver();
  const name = freshName();
  await signIn(page);
  await page.goto('/settings/integrations/new/webhook');
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Адрес (URL)').fill('ftp://example.com');
  await page.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.getByText('Адрес вида https://example.ru/hook')).toBeVisible();
  await expect(page.getByText('Отметьте хотя бы одно событие')).toBeVisible();
  await expect(page.getByLabel('Адрес (URL)')).toBeFocused();
  await expect(page.getByLabel('Название')).toHaveValue(name);

  const secret = await addWebhook(page, name, peer.url);
  await expect(page.getByRole('main')).not.toContainText(secret);
  await page.getByRole('button', { name: 'Проверить подключение' }).click();
  await expect(page.getByText('Подключение в порядке')).toBeVisible();
  const [tried] = peer.got;
  expect(new Webhook(secret).verify(tried?.body ?? '', tried?.headers ?? {})).toMatchObject({ type: 'test' });

  await dropProduct(page);
  await expect.poll(() => peer.got.map(({ body }) => JSON.parse(body).type)).toContain('product.deleted');
  await page.getByRole('link', { name: 'Журнал' }).click();
  await expect(page.getByRole('table')).toContainText('200');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Ответ', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('webhook-id');

  peer.state.status = 500;
  const before = peer.got.length;
  await dropProduct(page);
  await expect.poll(() => peer.got.length).toBeGreaterThan(before);
  await page.goBack();
  await page.getByRole('link', { name: 'Очередь' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Товар №' });
  await expect(row).toContainText('500', { timeout: 15_000 });
  peer.state.status = 200;
  await row.getByRole('button', { name: 'Отправить сейчас' }).click();
  await expect(page.getByRole('heading', { name: 'Очередь пуста' })).toBeVisible({ timeout: 20_000 });
  const ids = peer.got.slice(before).map(({ headers }) => headers['webhook-id']);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
  peer.close();
});

/** Three days of a broken receiver at once: what waits for this connection is given up. */
function giveUp(connection: number): void {
  const database = new Database('data/e2e/demo.db');
  database
    .prepare("update deliveries set state = 'dead', finished_at = run_at where connection_id = ? and state = 'queued'")
    .run(connection);
  database.close();
}

test('what was given up says why, and goes out when all are tried again', async ({ page }) => {
  const peer = await receiver();
  peer.state.status = 500;
  await signIn(page);
  await addWebhook(page, freshName(), peer.url);
  const own = new URL(page.url()).pathname;
  await dropProduct(page);
  await dropProduct(page);
  await expect.poll(() => peer.got.length).toBeGreaterThan(0);
  await page.goto(`${own}/queue`);
  await expect(page.getByRole('row').filter({ hasText: '500' }).first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Обзор' }).last().click();
  await page.getByRole('button', { name: 'Приостановить' }).click();
  await expect(page.getByText('Обмен приостановлен.')).toBeVisible();
  await expect(() => {
    giveUp(Number(own.split('/').at(-1)));
  }).toPass();

  await page.goto(`${own}/dead`);
  const rows = page.getByRole('row').filter({ hasText: 'Товар №' });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: '500' }).first()).toBeVisible();
  await rows.first().getByRole('button', { name: 'Не отправлять' }).click();
  await expect(rows).toHaveCount(1);
  peer.state.status = 200;
  const before = peer.got.length;
  await page.getByRole('button', { name: 'Возобновить' }).click();
  await expect(page.getByText('Обмен приостановлен.')).toBeHidden();
  await page.goto(`${own}/dead`);
  await page.getByRole('button', { name: 'Повторить все 1' }).click();
  await expect(page.getByRole('heading', { name: 'Всё доставлено' })).toBeVisible();
  await expect.poll(() => peer.got.length, { timeout: 15_000 }).toBe(before + 1);
  peer.close();
});

test('a connection pauses, resumes, is changed, deleted and brought back', async ({ page }) => {
  const peer = await receiver();
  const name = freshName();
  await signIn(page);
  await addWebhook(page, name, peer.url);
  await page.getByRole('button', { name: 'Приостановить' }).click();
  await expect(page.getByText('Обмен приостановлен.')).toBeVisible();
  await page.getByRole('button', { name: 'Возобновить' }).first().click();
  await expect(page.getByText('Обмен приостановлен.')).toBeHidden();

  await page.getByRole('link', { name: 'Настройки' }).last().click();
  await page.locator('[name="topic.order.created"]').check();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await expect(page.locator('[name="topic.order.created"]')).toBeChecked();

  await page.getByRole('link', { name: 'Обзор' }).last().click();
  await page.getByText('Сменить').click();
  await page.getByRole('button', { name: 'Создать новый секрет' }).click();
  await expect(page.getByLabel('Секрет', { exact: true })).toHaveValue(/^whsec_/);

  await page.getByRole('button', { name: 'Удалить подключение' }).click();
  await expect(page).toHaveURL(/\/settings\/integrations$/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByRole('table').getByRole('link', { name })).toBeVisible();
  await page.goto('/history?entity=connection');
  await expect(page.getByRole('main')).toContainText(`приостановил подключение ${name}`);
  peer.close();
});

test('1C is given an address, a name and a password', async ({ page }) => {
  await signIn(page);
  await page.goto('/settings/integrations');
  await page.getByRole('link', { name: /^1С/ }).click();
  const name = freshName();
  await page.getByLabel('Название').fill(name);
  await page.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.getByText('Обязательное поле')).toBeVisible();
  await expect(page.getByLabel('Имя пользователя для 1С')).toBeFocused();
  await page.getByLabel('Имя пользователя для 1С').fill('kassa');
  await page.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.getByRole('textbox', { name: 'Адрес для другой программы' })).toHaveValue(/\/api\/1c\/\d+\/exchange$/);
  const password = await page.getByRole('textbox', { name: 'Пароль' }).inputValue();
  const address = await page.getByRole('textbox', { name: 'Адрес для другой программы' }).inputValue();
  const authorization = `Basic ${Buffer.from(`kassa:${password}`).toString('base64')}`;
  const answer = await page.request.get(`${address}?type=sale&mode=checkauth`, { headers: { authorization } });
  expect(await answer.text()).toMatch(/^success/);
  await page.getByRole('link', { name: 'Открыть подключение' }).click();
  await page.getByRole('link', { name: 'Журнал' }).click();
  await expect(page.getByRole('table')).toContainText('1С вошла');
});

test('a connection is made without JavaScript', async ({ browser }) => {
  const peer = await receiver();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await addWebhookPlain(page, freshName(), peer.url);
  await expect(page.getByLabel('Секрет', { exact: true })).toHaveValue(/^whsec_/);
  await page.getByRole('link', { name: 'Открыть подключение' }).click();
  await page.getByRole('button', { name: 'Проверить подключение' }).click();
  await expect(page.getByText('Подключение в порядке')).toBeVisible();
  await context.close();
  peer.close();
});

async function addWebhookPlain(page: Page, name: string, url: string): Promise<void> {
  await page.goto('/settings/integrations/new/webhook');
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Адрес (URL)').fill('нет');
  await page.locator('[name="topic.client.created"]').check();
  await page.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.getByText('Адрес вида https://example.ru/hook')).toBeVisible();
  await expect(page.locator('[name="topic.client.created"]')).toBeChecked();
  await page.getByLabel('Адрес (URL)').fill(url);
  await page.getByRole('button', { name: 'Подключить' }).click();
}

test('managers and viewers have no way in', async ({ page }) => {
  const names = { manager: freshName(), viewer: freshName() };
  await signIn(page);
  for (const [role, label] of [
    ['manager', 'Менеджер'],
    ['viewer', 'Наблюдатель'],
  ] as const) {
    await page.goto('/settings/users/new');
    const form = page.locator('form', { has: page.locator('[name="username"]') });
    await form.locator('[name="username"]').fill(names[role]);
    await form.locator('[name="password"]').fill('длинный пароль');
    await form.getByLabel(label).check();
    await form.getByRole('button').click();
    await expect(title(page)).toHaveText(names[role]);
  }
  for (const name of Object.values(names)) {
    await page.context().clearCookies();
    await signIn(page, name, 'длинный пароль');
    await page.goto('/settings/profile');
    await expect(page.getByRole('link', { name: 'Интеграции' })).toHaveCount(0);
    for (const path of ['/settings/integrations', '/settings/integrations/new/webhook', '/settings/integrations/1'])
      expect((await page.goto(path))?.status(), path).toBe(403);
  }
});

test('every page reads well in both themes and at both widths', async ({ page }) => {
  test.setTimeout(120_000);
  const peer = await receiver();
  peer.state.status = 500;
  await signIn(page);
  await addWebhook(page, freshName(), peer.url);
  await dropProduct(page);
  await expect.poll(() => peer.got.length).toBeGreaterThan(0);
  const own = new URL(page.url()).pathname;
  const paths = ['/settings/integrations', '/settings/integrations/new/1c', '/settings/integrations/new/tryton', own];
  const tabs = ['journal', 'queue', 'dead', 'settings', 'first', 'mapping', 'reconciliation', 'conflicts'].map((tab) => `${own}/${tab}`);
  for (const [width, theme] of [
    [1440, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    for (const path of [...paths, ...tabs]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${theme} ${width} ${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} ${width}`).toBeLessThanOrEqual(0);
    }
  }
  peer.close();
});
