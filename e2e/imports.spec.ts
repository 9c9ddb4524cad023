import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { incoming, statementOf } from '../lib/import/testing/statement';
import { addClient, addOrders, freshName, signIn } from './office';

const header = ['Фамилия', 'Имя', 'Телефон', 'E-mail', 'Адрес', 'Примечание бухгалтера'];
type Row = (string | number)[];

/** A CSV file as a Russian Excel saves it: windows-1251, semicolons. */
function csv(rows: Row[], head: Row = header): Buffer {
  const text = [head, ...rows].map((row) => row.join(';')).join('\r\n');
  return Buffer.from([...text].map((letter) => cp1251(letter)));
}

function cp1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return code;
  if (letter === 'Ё') return 0xa8;
  if (letter === 'ё') return 0xb8;
  if (letter === '№') return 0xb9;
  return code - 0x410 + 0xc0;
}

/** A workbook of one sheet with its cells as texts in place. */
function xlsx(rows: Row[], head: Row = header): Buffer {
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = [head, ...rows].map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Клиенты" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

async function upload(page: Page, name: string, buffer: Buffer, entity = 'client'): Promise<void> {
  await page.goto(`/imports/new?entity=${entity}`);
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Загрузить файл' }).click();
}

async function check(page: Page): Promise<void> {
  await page.waitForURL(/\/imports\/\d+\/columns$/);
  await page.getByRole('button', { name: /^Проверить \d+ стр/ }).click();
  await page.waitForURL(/\/imports\/\d+\/check$/);
}

function phoneNumber(): string {
  return `+7 921 ${String(Math.random()).slice(2, 5)}-${String(Math.random()).slice(2, 4)}-${String(Math.random()).slice(2, 4)}`;
}

test.describe('with scripts', () => {
  test.beforeEach(async ({ page }) => signIn(page));

  test('the payments of a bank statement go to their orders; what cannot be told is asked', async ({ page }) => {
    const [first = 0, second = 0] = await addOrders(page, await addClient(page, freshName()), 2);
    const bytes = statementOf([
      incoming({ Номер: String(first), Сумма: '100.00', НазначениеПлатежа: `Оплата по заказу № ${first}` }),
      incoming({ Номер: String(second), Сумма: '1.23', НазначениеПлатежа: 'Без номера' }),
    ]);
    await upload(page, 'kl_to_1c.txt', bytes, 'payment');
    await check(page);
    await expect(page.getByRole('row', { name: new RegExp(`новый.*${first}`) })).toBeVisible();
    const unknown = page.getByRole('row', { name: /ошибка/ });
    await unknown.getByRole('textbox').fill(String(second));
    await unknown.getByRole('textbox').press('Enter');
    await expect(unknown).toHaveCount(0);
    await page.getByRole('button', { name: 'Загрузить 2 строки' }).click();
    await page.waitForURL(/\/done$/);
    await page.goto(`/orders/${second}`);
    await expect(page.getByText('Без номера')).toBeVisible();
  });

  test('clients of a CSV file are mapped, checked, put right, written, and taken back as a whole', async ({ page }) => {
    const name = freshName();
    const [mail, other] = [`${Date.now()}a@example.com`, `${Date.now()}b@example.com`];
    const phone = phoneNumber();
    await page.goto('/clients');
    await page.getByRole('link', { name: 'Загрузить', exact: true }).click();
    await page.waitForURL(/\/imports\/new\?entity=client$/);
    await upload(
      page,
      'клиенты.csv',
      csv([
        [name, 'Марина', phone, mail, 'Лесной пр., 18', 'x'],
        [`${name}а`, 'Пётр', '8 921 555-20', other, 'Невский пр., 88', 'y'],
        [name, 'Марина', phone, mail, '', ''],
      ]),
    );
    await page.waitForURL(/columns$/);
    await expect(page.getByRole('combobox', { name: 'Кодировка' })).toHaveValue('windows-1251');
    await expect(page.getByRole('combobox', { name: 'Разделитель' })).toHaveValue('semicolon');
    await expect(page.getByRole('combobox', { name: 'Поле для столбца «Телефон»' })).toHaveValue('mobile_phone');
    await expect(page.getByRole('row', { name: /^Фамилия/ })).toContainText(name);
    const note = page.getByRole('combobox', { name: 'Поле для столбца «Примечание бухгалтера»' });
    await note.selectOption('email');
    await page.getByRole('button', { name: 'Проверить 3 строки' }).click();
    await expect(page.getByText('Это поле уже у столбца «E-mail»')).toBeVisible();
    await expect(note).toBeFocused();
    await note.selectOption('comment');
    const surname = page.getByRole('combobox', { name: 'Поле для столбца «Фамилия»' });
    await surname.selectOption('');
    await page.getByRole('checkbox', { name: 'e-mail' }).uncheck();
    await page.getByRole('checkbox', { name: 'телефону' }).uncheck();
    await page.getByRole('button', { name: 'Проверить 3 строки' }).click();
    await expect(page.getByText('Нужен хотя бы один из столбцов: Фамилия, ФИО, Компания')).toBeVisible();
    await surname.selectOption('last_name');
    await page.getByRole('checkbox', { name: 'e-mail' }).check();
    await check(page);

    const tabs = page.getByRole('navigation', { name: 'Строки по тому, что с ними будет' });
    await expect(tabs.getByRole('link', { name: 'Проверить 3' })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('listitem').filter({ hasText: 'Проверка' })).toHaveAttribute('aria-current', 'step');
    await expect(page.getByText('как строка 2, будет пропущена')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Загрузить 1 строку' })).toBeVisible();
    const cell = page.getByRole('textbox', { name: 'Строка 3, Телефон' });
    await expect(cell).toHaveAccessibleDescription('Не хватает 2 цифр');
    await cell.fill('8 921 555');
    await cell.press('Enter');
    await expect(cell).toHaveAccessibleDescription('Не хватает 4 цифр');
    await cell.fill(phoneNumber());
    await cell.press('Enter');
    await expect(page.getByRole('row', { name: `3 новый ${name}а Пётр` })).toBeVisible();
    await expect(tabs.getByRole('link', { name: 'Ошибки 0' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.getByRole('button', { name: 'Загрузить 2 строки' }).click();

    await page.waitForURL(/done$/);
    await expect(page.getByRole('heading', { name: 'Импорт завершён' })).toBeVisible();
    await expect(page.getByText('Загружено: 2 новых, 0 изменено, 1 пропущено')).toBeVisible();
    await expect(page.getByText('Загружено из «клиенты.csv»: 2 строки')).toBeVisible();
    await page.goto(`/clients?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('table')).toContainText(`${name}а Пётр`);

    await page.goto('/imports');
    await page.getByRole('link', { name: 'Отменить импорт: клиенты.csv' }).first().click();
    await page.waitForURL(/undo$/);
    await page.getByRole('button', { name: 'Отменить всё' }).click();
    await page.waitForURL(/\/bulk\/\d+$/);
    await expect(page.getByRole('heading', { name: 'Готово' })).toBeVisible();
    await page.goto(`/clients?q=${encodeURIComponent(name)}`);
    await expect(page.getByText('Никого не нашлось')).toBeVisible();
  });

  test('a workbook tells what it would change, and asks whose cell stays where both sides have changed it', async ({ page }) => {
    const name = freshName();
    const id = await addClient(page, name);
    await page.goto(`/clients/${id}/edit`);
    await page.getByLabel('Адрес').fill('Новая улица, 1');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
    await page.waitForURL(`/clients/${id}`);
    const rows = [[id, 1, name, 'Ольга', '+79215551022', 'Старая улица, 2', 'ООО «Вектор»']];
    await upload(page, 'выгрузка.xlsx', xlsx(rows, ['ID', 'Версия', 'Фамилия', 'Имя', 'Телефон', 'Адрес', 'Компания']));
    await check(page);
    await expect(page.getByText('1 ячейку изменили в системе уже после выгрузки этого файла')).toBeVisible();
    await expect(page.getByRole('cell', { name: /ООО «Вектор»/ })).toContainText('станет');
    const choice = page.getByRole('group', { name: 'Строка 2, Адрес: чьё значение останется' });
    await expect(choice.getByRole('radio', { name: /в системе Новая улица, 1/ })).toBeChecked();
    await choice.getByRole('radio', { name: /в файле Старая улица, 2/ }).check();
    await expect(page.getByText('Строка 2: изменили оба')).toBeAttached();
    await page.reload();
    await expect(choice.getByRole('radio', { name: /в файле/ })).toBeChecked();
    await page.getByRole('button', { name: 'Загрузить 1 строку' }).click();
    await page.waitForURL(/done$/);
    await expect(page.getByText('Загружено: 0 новых, 1 изменено, 0 пропущено')).toBeVisible();
    await page.goto(`/clients/${id}`);
    await expect(page.getByRole('main')).toContainText('Старая улица, 2');
  });

  test('a file that is no table is refused with its sentence, and the page keeps what may be sent', async ({ page }) => {
    await upload(page, 'картинка.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex'));
    await expect(page.getByRole('alert').filter({ hasText: 'это не таблица' })).toHaveText(
      'Файл не прочитан: это не таблица. Подойдут файлы XLSX и CSV.',
    );
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<html></html>'], 'страница.csv'));
      return data;
    });
    await page.locator('main form').first().dispatchEvent('drop', { dataTransfer: dropped });
    expect(await page.locator('#file').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe('страница.csv');
    await upload(page, 'старый.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    await expect(page.getByRole('alert').filter({ hasText: 'старый формат XLS' })).toBeVisible();
    await upload(page, 'пустой.csv', csv([]));
    await expect(page.getByRole('alert').filter({ hasText: 'нет данных' })).toBeVisible();
  });

  test('templates and the rows with errors are files that can be brought in again', async ({ page }) => {
    await page.goto('/imports/new?entity=client');
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать шаблон CSV' }).click();
    const file = await template;
    expect(file.suggestedFilename()).toBe('Шаблон клиентов.csv');
    await upload(page, 'шаблон.csv', readFileSync(await file.path()));
    await check(page);
    await expect(page.getByRole('row', { name: /Соколова Марина Андреевна/ })).toBeVisible();
    await upload(page, 'плохие.csv', csv([[freshName(), 'Пётр', '', 'nosova@mail', '', '']]));
    await check(page);
    await expect(page.getByRole('textbox', { name: 'Строка 2, E-mail' })).toHaveAccessibleDescription('Нет домена после @');
    await expect(page.getByText('исправьте ошибки')).toBeVisible();
    const bad = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать 1 строку с ошибками' }).click();
    expect((await bad).suggestedFilename()).toBe('плохие – не загружено.xlsx');
  });

  test('orders come with their lines and with clients nobody knows yet', async ({ page }) => {
    const name = freshName();
    const head = ['Внешний №', 'Клиент', 'Срок', 'Товар', 'Количество', 'Цена'];
    const rows = [
      [`${name}-1`, `${name} Марина`, '15.11.2026', 'Стол', 2, '12500,00'],
      [`${name}-1`, '', '', 'Стул', 4, 'дорого'],
    ];
    await upload(page, 'заказы.csv', csv(rows, head), 'order');
    await check(page);
    await expect(page.getByRole('row', { name: new RegExp(`^2 ошибка .*${name}-1`) })).toContainText('новый клиент');
    const cell = page.getByRole('textbox', { name: 'Строка 3, Цена' });
    await cell.fill('3000');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.getByRole('row', { name: new RegExp(`^2 новый .*${name}-1`) })).toBeVisible();
    await expect(page.getByRole('row', { name: /^3 .*Стул Количество 4 Цена 3000/ })).toBeVisible();
    await page.getByRole('button', { name: 'Загрузить 1 строку' }).click();
    await page.waitForURL(/done$/);
    await expect(page.getByText('Загружено: 1 новая, 0 изменено, 0 пропущено')).toBeVisible();
    await page.goto(`/orders?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('table')).toContainText(/37\s000,00/);
  });

  test('a long import shows how far it is, goes on by itself, and stops where it is told to', async ({ page }) => {
    test.setTimeout(90_000);
    const name = freshName();
    await upload(page, 'большой.csv', csv(Array.from({ length: 60_000 }, (_, n) => [`${name}${n}`, '', '', '', '', ''])));
    await page.waitForURL(/columns$/);
    await page.getByRole('button', { name: /^Проверить 60\s000 строк$/ }).click();
    await expect(page.getByRole('progressbar', { name: 'Проверка строк' })).toBeVisible();
    await expect(page.getByText(/^Проверено [1-9]\d?\s?\d{3} из 60\s000 строк$/)).toBeVisible();
    await expect(page.getByText('Можно закрыть страницу')).toBeVisible();
    await page.goto('/imports');
    await page.getByRole('link', { name: 'большой.csv' }).first().click();
    const apply = page.getByRole('button', { name: /^Загрузить 60\s000 строк$/ });
    await expect(apply).toBeVisible({ timeout: 60_000 });
    await page.locator('a[rel="next"]').click();
    await page.waitForURL(/after=51/);
    await expect(page.getByRole('row', { name: /^52 новый/ })).toBeVisible();
    await apply.click();
    await page.waitForURL(/done$/);
    await expect(page.getByText(/^Загружено [1-9]\d* из 60\s000 строк$/)).toBeVisible();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await expect(page.getByRole('heading', { name: 'Импорт остановлен' })).toBeVisible();
    await expect(page.getByText(/Загруженное до остановки осталось/)).toBeVisible();
  });

  test('on a phone rows are blocks, the steps one line, and the button stays at the bottom', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await upload(page, 'телефон.csv', csv([[freshName(), 'Пётр', '8 921', '', 'Адрес', '']]));
    await page.waitForURL(/columns$/);
    await expect(page.getByText('Шаг 2 из 4 · Столбцы')).toBeVisible();
    await check(page);
    await expect(page.getByText('Шаг 3 из 4 · Проверка')).toBeVisible();
    const cell = page.getByRole('textbox', { name: 'Строка 2, Телефон' });
    expect((await cell.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await cell.fill(phoneNumber());
    await cell.press('Enter');
    const button = page.getByRole('button', { name: 'Загрузить 1 строку' });
    await expect(button).toBeInViewport();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is uploaded, mapped, put right and written', async ({ page }) => {
    await signIn(page);
    const name = freshName();
    await upload(
      page,
      'клиенты.xlsx',
      xlsx([
        [name, 'Марина', phoneNumber(), '', '', ''],
        [`${name}а`, 'Пётр', '', 'nosova@mail', '', ''],
      ]),
    );
    await check(page);
    await page.getByRole('textbox', { name: 'Строка 3, E-mail' }).fill(`${Date.now()}n@example.com`);
    await page.getByRole('button', { name: 'Исправить' }).click();
    await page.waitForURL(/check#row-\d+$/);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.getByRole('button', { name: 'Загрузить 2 строки' }).click();
    // The place in the page before stays in the address.
    await page.waitForURL(/\/done/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('Загружено: 2 новых')).toBeVisible({ timeout: 500 });
    }).toPass();
    await upload(page, 'картинка.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'));
    await expect(page.getByRole('alert')).toHaveText('Файл не прочитан: это не таблица. Подойдут файлы XLSX и CSV.');
  });
});
