import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from '../lib/testing/server';

test('without any user the first start asks for the code on the console and makes the first administrator', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'accounting-first-'));
  const server = await startServer({ DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'app.db')}` });
  try {
    const code = /one-time code (\S+)/.exec(server.output())?.[1] ?? '';
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    await page.goto(`${server.url}/clients`);
    await expect(page).toHaveURL(/\/setup/);

    await page.locator('[name="username"]').fill('olga');
    await page.locator('[name="password"]').fill('длинный пароль');
    await page.locator('[name="code"]').fill('AAAA-BBBB-CCCC');
    await page.locator('form button[type="submit"]').first().click();
    await expect(page.locator('main')).toContainText('Код не подходит');
    await expect(page.locator('[name="username"]')).toHaveValue('olga');

    await page.locator('[name="password"]').fill('длинный пароль');
    await page.locator('[name="code"]').fill(code.toLowerCase());
    await page.locator('form button[type="submit"]').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Добавить первый заказ' })).toBeVisible();
    await expect(page.getByText('Демонстрационные данные')).toHaveCount(0);

    await page.goto(`${server.url}/setup`);
    await expect(page).not.toHaveURL(/\/setup/);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
