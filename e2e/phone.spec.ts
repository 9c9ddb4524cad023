import { expect, type Page, test } from '@playwright/test';
import { addClient, addOrders, freshName, openReady, signIn } from './office';

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

/** A finger that goes sideways, or stays where it is. */
async function draw(page: Page, row: { x: number; y: number }, by: number, ms = 0): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const at = (x: number) => [{ x, y: row.y }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(row.x) });
  for (let step = 1; step <= 5 && by !== 0; step++)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(row.x + (by * step) / 5) });
  if (ms > 0) await page.waitForTimeout(ms);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function middleOf(page: Page, id: number | undefined): Promise<{ x: number; y: number }> {
  const box = await page.locator(`tr[data-row="${id}"]`).boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

test('a row drawn right is done, drawn left it is looked at, held down it is marked', async ({ page }) => {
  await signIn(page);
  const client = await addClient(page, freshName());
  const ids = await addOrders(page, client, 2);
  await openReady(page, `/orders?client=${client}`);
  await draw(page, await middleOf(page, ids[0]), 120);
  await expect(page.getByText(`Заказ № ${ids[0]}: Выполнен`)).toBeVisible();
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(page.getByText('Действие отменено')).toBeVisible();

  await draw(page, await middleOf(page, ids[1]), -120);
  const look = page.getByRole('complementary', { name: 'Быстрый просмотр' });
  await expect(look.getByRole('heading', { level: 2 }).first()).toHaveText(`Заказ № ${ids[1]}`);
  await look.getByRole('button', { name: 'Закрыть' }).click();

  await draw(page, await middleOf(page, ids[1]), 0, 700);
  const bar = page.getByRole('region', { name: 'Отмеченные записи' });
  await expect(bar.getByRole('status')).toHaveText(/Выбрано 1/);
});

test('lists are sorted on a phone, where no headings stand', async ({ page }) => {
  await signIn(page);
  await openReady(page, '/orders');
  await page.getByText('Порядок', { exact: true }).click();
  await page.getByRole('link', { name: 'Сумма', exact: true }).click();
  await expect(page).toHaveURL(/sort=-total_price/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
