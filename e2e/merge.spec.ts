import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { addClient, freshName, openMore, signIn } from './office';

/** Over the API, for arranging: an order of a client. */
async function addOrder(page: Page, client: number, product: string): Promise<void> {
  const answer = await page.request.post('/api/token/', { data: { username: 'test', password: 'test' } });
  const { access } = (await answer.json()) as { access: string };
  const headers = { authorization: `Bearer ${access}` };
  const added = await page.request.post('/api/orders/add/', { headers, data: { client, product, price: '100.00', description: '' } });
  expect(added.status()).toBe(200);
}

test('a contact that another client has is told of while typing, and the client is saved all the same', async ({ page, context }) => {
  const name = freshName();
  const phone = `8921${String(Date.now()).slice(-7)}`;
  await signIn(page);
  await page.goto('/clients/new');
  await page.locator('[name="last_name"]').fill(name);
  await page.locator('[name="mobile_phone"]').fill(phone);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  const id = /\d+/.exec(new URL(page.url()).pathname)?.[0];

  await page.goto('/clients/new');
  await page.locator('[name="last_name"]').fill(`${name}второй`);
  await page.locator('[name="mobile_phone"]').fill(`+7 (${phone.slice(1, 4)}) ${phone.slice(4)}`);
  const note = page.getByText('Такой телефон уже у клиента');
  await expect(note).toBeVisible();
  const card = context.waitForEvent('page');
  await note.getByRole('link', { name: `${name}, № ${id}` }).click();
  await expect((await card).getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.locator('[name="last_name"]')).toHaveValue(`${name}второй`);
  await page.locator('[name="inn"]').fill('12');
  await page.locator('[name="mobile_phone"]').fill('8 900 000');
  await expect(note).toHaveCount(0);
  await page.locator('[name="inn"]').fill('');
  await page.locator('[name="mobile_phone"]').fill(phone);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name}второй`);
  await expect(page.getByText('совпадает телефон')).toBeVisible();
});

test('two clients become one: values are chosen, orders move, the old number leads on', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  const main = await addClient(page, name);
  const other = await addClient(page, `${name}другая`);
  await addOrder(page, other, 'Стол переезжающий');

  await page.goto(`/clients/${main}`);
  await openMore(page);
  await page.getByRole('link', { name: 'Объединить с другим клиентом' }).click();
  await page.getByRole('searchbox').fill(`${name}другая`);
  await page.getByRole('radio', { name: new RegExp(`${name}другая`) }).check();
  await page.getByRole('button', { name: 'Сравнить' }).click();
  await expect(page).toHaveURL(new RegExp(`main=${main}&other=${other}`));
  await expect(page.getByRole('radio', { name: `Фамилия: ${name}, Основной` })).toBeChecked();
  await page.getByRole('radio', { name: `Фамилия: ${name}другая, Второй` }).check();
  await expect(page.getByText('Стол переезжающий')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  // The other way round, the values stay as they were chosen.
  await page.getByRole('button', { name: `Сделать основным № ${other}` }).click();
  await expect(page.getByRole('radio', { name: `Фамилия: ${name}другая, Основной` })).toBeChecked();
  await expect(page.getByRole('radio', { name: /E-mail: .*, Второй/ })).toBeChecked();
  await page.getByRole('button', { name: `Сделать основным № ${main}` }).click();
  await expect(page).toHaveURL(new RegExp(`main=${main}&other=${other}&take=last_name`));

  await page.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/clients/${main}\\?merged=${other}`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name}другая`);
  await expect(page.getByText(`Клиент № ${other} объединён с этим.`)).toBeVisible();
  await expect(page.getByText('Стол переезжающий')).toBeVisible();

  for (const path of [`/clients/${other}`, `/clients/${other}/edit`]) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/clients/${main}\\?merged=${other}`));
  }
  await page.goto(`/clients/merge?main=${main}&other=${other}`);
  await expect(page.getByText(`Клиент № ${other} уже объединён с клиентом № ${main}.`)).toBeVisible();
});

test('whoever was overtaken sees both clients anew, the choices kept', async ({ page }) => {
  const name = freshName();
  await signIn(page);
  const main = await addClient(page, name);
  const other = await addClient(page, `${name}другая`);
  await page.goto(`/clients/merge?main=${main}&other=${other}`);
  await page.getByRole('radio', { name: `Фамилия: ${name}другая, Второй` }).check();
  const second = await page.context().newPage();
  await second.goto(`/clients/${other}/edit`);
  await second.locator('[name="company"]').fill('ООО «Раньше»');
  await second.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expect(second.getByText('ООО «Раньше»').first()).toBeVisible();

  await page.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'изменили раньше вас' })).toBeVisible();
  await expect(page.getByRole('radio', { name: `Фамилия: ${name}другая, Второй` })).toBeChecked();
  await page.getByRole('radio', { name: 'Компания: ООО «Раньше», Второй' }).check();
  await page.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/clients/${main}\\?merged=${other}`));
  await expect(page.getByText('ООО «Раньше»').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('duplicates are found, compared and merged', async ({ page }) => {
    const name = freshName();
    await signIn(page);
    const main = await addClient(page, name);
    const other = await addClient(page, name);
    await page.goto('/clients');
    await page.getByRole('link', { name: 'Возможные дубли' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Возможные дубли');
    await page.goto(`/clients/duplicates?by=name&after=${encodeURIComponent(name.toLowerCase())}`);
    await page.getByRole('link', { name: `Объединить № ${main} и № ${other}` }).click();
    await page.getByRole('radio', { name: /E-mail: .*, Второй/ }).check();
    const email = await page.locator('label', { has: page.getByRole('radio', { name: /E-mail: .*, Второй/ }) }).textContent();
    await page.getByRole('button', { name: 'Объединить', exact: true }).click();
    await expect(page.getByText(`Клиент № ${other} объединён с этим.`)).toBeVisible();
    await expect(page.getByRole('link', { name: email ?? '' })).toBeVisible();
  });

  test('a client is looked for with the button', async ({ page }) => {
    const name = freshName();
    await signIn(page);
    const main = await addClient(page, name);
    const other = await addClient(page, `${name}другая`);
    await page.goto(`/clients/merge?main=${main}`);
    await page.getByRole('searchbox').fill(`${name}другая`);
    await page.getByRole('button', { name: 'Найти' }).click();
    await page.getByRole('radio', { name: new RegExp(`${name}другая`) }).check();
    await page.getByRole('button', { name: 'Сравнить' }).click();
    await expect(page).toHaveURL(new RegExp(`other=${other}`));
  });
});
