import { expect, type Page } from '@playwright/test';

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, username = 'test', password = username): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Имя пользователя').fill(username);
  await page.getByLabel('Пароль').fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible();
}

/** Over the API, for arranging: a client with this last name; the id. */
export async function addClient(page: Page, lastName: string): Promise<number> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const { access } = (await answer.json()) as { access: string };
  const email = `${Date.now()}.${Math.random()}@example.com`;
  const added = await page.request.post('/api/clients/add/', {
    headers: { authorization: `Bearer ${access}` },
    data: { first_name: 'Ольга', last_name: lastName, mobile_phone: '+79215551022', email },
  });
  return ((await added.json()) as { id: number }).id;
}

/** A name that no other test has. */
export function freshName(): string {
  const letters = 'абвгдежзиклмнопрстуф';
  return `Тест${Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')}`;
}

/** Over the API, for arranging: orders of a client; their ids. */
export async function addOrders(page: Page, client: number, count: number): Promise<number[]> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const { access } = (await answer.json()) as { access: string };
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    const added = await page.request.post('/api/orders/add/', {
      headers: { authorization: `Bearer ${access}` },
      data: { client, product: `Товар ${n}`, price: '100.00' },
    });
    ids.push(((await added.json()) as { id: number }).id);
  }
  return ids;
}

/** Opens a page and waits until its keys act. */
export async function openReady(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

/** Opens the menu of a card's rarer actions. */
export async function openMore(page: Page): Promise<void> {
  await page.getByRole('main').locator('summary', { hasText: 'Ещё' }).click();
}
