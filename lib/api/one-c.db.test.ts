import { beforeAll, describe, expect, test } from 'vitest';
import { getEngine } from '@/db/client';
import { findConnectionState } from '@/db/queries/connections';
import { exchangesBefore } from '@/db/queries/exchanges';
import { findOrder } from '@/db/queries/orders';
import { pauseConnection } from '@/lib/domain/connections/pause-connection';
import { numbersIn, OneCFailure } from '@/lib/integrations/1c/testing/one-c-client';
import { documentXml, rootXml } from '@/lib/integrations/1c/testing/samples';
import { call } from '@/lib/testing/api';
import { connectOneC, inProcess } from '@/lib/testing/one-c';
import { systemCtx } from '@/lib/testing/people';

let client: number;

beforeAll(async () => {
  const added = await call('POST', '/api/clients/add/', { first_name: 'Анна', last_name: 'Щукина', email: 'anna@example.com' });
  client = Number(added.json.id);
});

async function addOrder(product = 'Стол «Ольха» ₽'): Promise<string> {
  const added = await call('POST', '/api/orders/add/', { client, product, quantity: 2, price: '10.50' });
  return String(added.json.id);
}

const edit = (id: string, values: object) => call('POST', `/api/orders/edit/${id}/`, values);

describe('orders go out', () => {
  test('200 each once, after `success` alone', async () => {
    const connection = await connectOneC();
    const first = await addOrder();
    const second = await addOrder();
    const one = connection.client();
    await one.checkauth();
    expect(await one.init()).toEqual(['zip=yes', 'file_limit=2097152', expect.stringMatching(/^sessid=[0-9a-f]{32}$/), 'version=2.10']);
    expect(numbersIn(await one.query())).toEqual([first, second]);
    // The answer was lost: the same again.
    expect(numbersIn(await one.query())).toEqual([first, second]);
    await one.success();
    await one.success();
    expect(numbersIn(await one.query())).toEqual([]);
    await one.success();
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([]);
    expect((await connection.journal()).slice(0, 6)).toEqual([
      'type=sale&mode=checkauth ok onec_signed_in',
      'type=sale&mode=init&version=2.10 ok onec_began',
      'type=sale&mode=query ok onec_took_orders',
      'type=sale&mode=query ok onec_took_orders',
      'type=sale&mode=success ok onec_confirmed',
      'type=sale&mode=success ok onec_nothing_to_confirm',
    ]);
    const state = await getEngine().read((tx) => findConnectionState(tx, connection.id));
    expect(state).toMatchObject({ lastProblem: null, lastOkAt: expect.any(Number), lastContactAt: expect.any(Number) });
  });

  test('200 a lost `success` and a new exchange: the same orders again', async () => {
    const connection = await connectOneC();
    const number = await addOrder();
    const lost = connection.client();
    await lost.checkauth();
    await lost.init();
    expect(numbersIn(await lost.query())).toEqual([number]);
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([number]);
    await expect(lost.success()).rejects.toThrow(/Сеанс обмена/);
  });

  test('200 an order edited between `query` and `success` waits on', async () => {
    const connection = await connectOneC();
    const [still, edited] = [await addOrder(), await addOrder()];
    const one = connection.client();
    await one.checkauth();
    await one.init();
    expect(numbersIn(await one.query())).toEqual([still, edited]);
    await edit(edited, { description: 'срочно' });
    await one.success();
    const again = await one.query();
    expect([numbersIn(again), again.includes('срочно')]).toEqual([[edited], true]);
    await one.success();
    expect(numbersIn(await one.query())).toEqual([]);
  });

  test('200 orders from before the connection since the chosen day, and none twice', async () => {
    const [old, other] = [await addOrder(), await addOrder()];
    const none = await connectOneC();
    expect(numbersIn((await none.client().exchange()).orders)).toEqual([]);
    const connection = await connectOneC({ export_from: '2020-01-01' });
    await edit(other, { description: 'изменён' });
    const numbers = numbersIn((await connection.client().exchange()).orders);
    expect(numbers).toEqual(expect.arrayContaining([old, other]));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([]);
  });

  test('200 only orders in the chosen statuses begin, and what 1C knows it is told to the end', async () => {
    const connection = await connectOneC({ send_statuses: 'Completed' });
    const [number, binned] = [await addOrder(), await addOrder()];
    await call('DELETE', `/api/orders/delete/${binned}/`);
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([]);
    await edit(number, { status: 'Completed' });
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([number]);
    await edit(number, { status: 'Cancelled' });
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([number]);
    await call('DELETE', `/api/orders/delete/${number}/`);
    const deleted = (await connection.client().exchange()).orders;
    expect([numbersIn(deleted), deleted.includes('ПометкаУдаления')]).toEqual([[number], true]);
  });

  test.each([
    ['windows-1251', 'Щукина'],
    ['utf-8', 'Щукина'],
  ])('200 the same in %s', async (encoding, name) => {
    const connection = await connectOneC({ encoding });
    await addOrder();
    const { orders } = await connection.client().exchange();
    expect(orders).toContain(name);
    expect(orders).toContain(encoding === 'utf-8' ? 'Стол «Ольха» ₽' : 'Стол «Ольха» &#8381;');
  });

  test.each([
    ['auto', '2.05', '2.05'],
    ['auto', '2.09', '2.09'],
    ['auto', '2.10', '2.10'],
    ['auto', '3.1', '3.1'],
    ['2.08', '2.10', '2.08'],
  ])('200 set to %s and asked for %s it is version %s', async (schema_version, version, written) => {
    const connection = await connectOneC({ schema_version });
    await addOrder();
    const one = connection.client({ version });
    await one.checkauth();
    expect(await one.init()).toContain(`version=${written}`);
    const orders = await one.query();
    expect([orders.includes(`ВерсияСхемы="${written}"`), orders.includes('<Контейнер>')]).toEqual([true, written === '3.1']);
  });

  test('200 more orders than one answer holds: the rest comes with the next exchange', async () => {
    const before = await addOrder();
    for (let n = 0; n < 50; n++) await Promise.all(Array.from({ length: 10 }, () => addOrder()));
    const connection = await connectOneC({ export_from: '2020-01-01' });
    const told: string[] = [];
    for (let left = 1; left > 0; ) {
      const numbers = numbersIn((await connection.client().exchange()).orders);
      left = numbers.length;
      told.push(...numbers);
    }
    const fresh = told.filter((number) => Number(number) >= Number(before));
    expect([fresh.length, new Set(told).size]).toEqual([501, told.length]);
  });
});

describe('what 1C says comes in', () => {
  test('200 a status and a payment are taken over once, and not told back', async () => {
    const connection = await connectOneC();
    const number = await addOrder();
    await connection.client().exchange();
    const paid = documentXml({
      id: 'p-1',
      operation: 'Выплата безналичных денег',
      day: '2026-11-13',
      sum: '21.00',
      more: `<Основание>${number}</Основание>`,
    });
    const order = documentXml({ id: number, requisites: { 'Статус заказа': '[F] Выполнен', 'Номер по 1С': 'УТ-0001' } });
    const changes = { filename: 'orders.xml', xml: Buffer.from(rootXml(order + paid)) };
    for (const version of ['2.10', '3.1', '']) {
      const { orders, lines } = await connection.client({ version }).exchange(changes);
      expect([numbersIn(orders), lines]).toEqual([[], ['success']]);
    }
    const taken = (await call('POST', `/api/orders/get/${number}/`)).json;
    expect(taken).toMatchObject({ status: 'Completed' });
    const found = await getEngine().read((tx) => findOrder(tx, Number(number)));
    expect(found?.payments.map(({ amountMinor }) => amountMinor)).toEqual([2100]);
    await edit(number, { description: 'после 1С' });
    expect(numbersIn((await connection.client().exchange()).orders)).toEqual([number]);
  });
});

describe('who comes in', () => {
  test('200 a wrong password is `failure`, and after some of them also the right one for a while', async () => {
    const connection = await connectOneC();
    const wrong = connection.client({ password: 'не тот' });
    for (let n = 0; n < 5; n++) await expect(wrong.checkauth()).rejects.toThrow('Неверное имя пользователя или пароль.');
    await expect(connection.client().checkauth()).rejects.toThrow(/Слишком много неудачных попыток/);
    // The sixth was not even looked at: the journal tells of five.
    expect(await connection.journal()).toEqual(Array.from({ length: 5 }, () => 'type=sale&mode=checkauth refused onec_wrong_password'));
    const rows = await getEngine().read((tx) => exchangesBefore(tx, { connectionId: connection.id, limit: 100 }));
    expect(JSON.stringify(rows)).not.toContain('не тот');
  });

  test('200 a wrong name, no header and a strange one are `failure`', async () => {
    const connection = await connectOneC();
    await expect(connection.client({ login: 'чужой' }).checkauth()).rejects.toThrow(OneCFailure);
    for (const authorization of ['', 'Basic', 'Basic ???', 'Bearer x', `Basic ${Buffer.from('nocolon').toString('base64')}`]) {
      const url = `${connection.address}?type=sale&mode=checkauth`;
      const { bytes } = await inProcess({ method: 'GET', url, headers: { authorization } });
      expect(new TextDecoder('windows-1251').decode(bytes)).toMatch(/^failure\n(Неверное|Слишком)/);
    }
  });

  test('200 of two 1C at once the one that came later goes on', async () => {
    const connection = await connectOneC();
    const [early, late] = [connection.client(), connection.client()];
    await early.checkauth();
    await early.init();
    await late.checkauth();
    await expect(early.query()).rejects.toThrow(/начат другой/);
    await late.init();
    await late.query();
    await late.success();
  });

  test('200 no cookie, a strange one and a wrong sessid are `failure`', async () => {
    const connection = await connectOneC();
    const one = connection.client();
    await one.checkauth();
    await expect(one.step('query', { sessid: '0'.repeat(32) })).rejects.toThrow();
    await expect(connection.client().step('query')).rejects.toThrow(/Сеанс обмена/);
    const url = `${connection.address}?type=sale&mode=success`;
    const { bytes } = await inProcess({ method: 'GET', url, headers: { cookie: 'exchange_session=0; a=b' } });
    expect(new TextDecoder('windows-1251').decode(bytes)).toMatch(/^failure\nСеанс обмена/);
  });

  test('200 a paused connection, one that is not there, and a command that nobody knows', async () => {
    const connection = await connectOneC();
    const one = connection.client();
    await one.checkauth();
    await expect(one.step('nonsense')).rejects.toThrow('Неизвестная команда.');
    await expect(one.step('__proto__')).rejects.toThrow('Неизвестная команда.');
    await pauseConnection(systemCtx(), connection.id);
    await expect(one.query()).rejects.toThrow(/приостановлен/);
    await expect(connection.client().checkauth()).rejects.toThrow(/приостановлен/);
    await expect(connection.client({ address: '/api/1c/999999/exchange' }).checkauth()).rejects.toThrow(/Такого подключения нет/);
    expect((await call('GET', '/api/1c/abc/exchange/', undefined, { as: null })).status).toBe(404);
    expect((await call('PUT', `${connection.address}/`, undefined, { as: null })).status).toBe(405);
  });

  test.each(['', '/', '/1c_exchange.php', '/1c_exchange.php/', '/bitrix/admin/1c_exchange.php'])('200 at …/exchange%s', async (rest) => {
    const connection = await connectOneC();
    const number = await addOrder();
    const { orders } = await connection.client({ address: `${connection.address}${rest}`, version: undefined }).exchange();
    expect(numbersIn(orders)).toEqual([number]);
  });

  test('200 `info` begins with a Latin C, and goods are refused in words', async () => {
    const connection = await connectOneC();
    const one = connection.client();
    await one.checkauth();
    expect(await one.info()).toContain('<\u0043татусы><Элемент><Ид>N</Ид>');
    const goods = connection.client({ type: 'catalog' });
    await goods.checkauth();
    await expect(goods.init()).rejects.toThrow(/товарами/);
  });
});
