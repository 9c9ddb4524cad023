import { expect, test } from '@playwright/test';
import { numbersIn, OneCClient, overHttp } from '../lib/integrations/1c/testing/one-c-client';
import { addClient, addOrders, freshName, signIn } from './office';

test('1С подключают на странице, она забирает заказы, и журнал рассказывает об этом по-русски', async ({ page, baseURL }) => {
  await signIn(page);
  await page.goto('/settings/integrations/new/1c');
  const name = freshName();
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Имя пользователя для 1С').fill('shop');
  await page.getByLabel('Пароль для 1С').fill('пароль для 1С');
  await page.getByRole('button', { name: 'Подключить' }).click();
  const address = page.locator('input[value*="/api/1c/"], :text("/api/1c/")').first();
  await expect(address).toBeVisible();
  await page.goto('/settings/integrations');
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/integrations\/\d+/);
  const id = /integrations\/(\d+)/.exec(page.url())?.[1];

  const orders = await addOrders(page, await addClient(page, freshName()), 2);
  const typed = { send: overHttp, address: `${baseURL}/api/1c/${id}/exchange`, login: 'shop', password: 'пароль для 1С', version: '2.10' };
  await expect(new OneCClient({ ...typed, password: 'не тот' }).checkauth()).rejects.toThrow('Неверное имя пользователя или пароль.');
  const one = new OneCClient(typed);
  await one.checkauth();
  await one.init();
  expect(numbersIn(await one.query())).toEqual(orders.map(String));

  await page.goto(`/settings/integrations/${id}/journal`);
  await expect(page.getByText('1С забрала 2 заказа, ждём подтверждения.')).toBeVisible();
  await expect(page.getByText('Неверное имя пользователя или пароль.')).toBeVisible();
  await one.success();
  await page.reload();
  await expect(page.getByText('1С подтвердила 2 заказа.')).toBeVisible();
});
