import { expect, test } from '@playwright/test';
import { addClient, freshName, openMore, signIn } from './office';

test('an administrator downloads everything about a client, then erases it for good', async ({ page }) => {
  const name = freshName();
  const id = await addClient(page, name);
  await signIn(page, 'admin');
  await page.goto(`/clients/${id}`);
  await openMore(page);
  await page.getByRole('link', { name: 'Удалить персональные данные…' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Удалить персональные данные');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать всё о клиенте' }).click()]);
  expect(download.suggestedFilename()).toBe(`client-${id}.json`);
  const document = await (await page.request.get(`/api/clients/export/${id}/`)).json();
  expect(document).toMatchObject({ client: { id, last_name: name }, journal: [{ kind: 'client.create' }] });

  const number = page.getByLabel(/введите номер клиента/);
  await number.fill('1');
  await page.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(page.getByText('Это не номер этого клиента')).toBeVisible();
  await number.fill(String(id));
  await page.getByRole('button', { name: 'Удалить навсегда' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Удалённый клиент № ${id}`);
  await expect(page.getByText(/Персональные данные удалены/).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(name);
  await expect(page.getByRole('main')).toContainText('Данные удалены.');
  for (const gone of ['Изменить', 'Новый заказ', 'Удалить персональные данные…'])
    await expect(page.getByRole('main').getByRole('link', { name: gone })).toHaveCount(0);

  await page.goto(`/clients?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Сбросить всё' }).first().click();
  await page.goto('/history');
  await expect(page.getByRole('main')).toContainText('удалил персональные данные');
  await expect(page.getByRole('main')).not.toContainText(name);
});
