import { beforeAll, expect, test } from 'vitest';
import { ctxOf } from '@/lib/testing/people';
import type { Ctx } from '../context';
import { getLayout } from '../preferences/get-layout';
import { saveLayout } from '../preferences/save-layout';
import { createView } from './create-view';
import { deleteView } from './delete-view';
import { editView } from './edit-view';
import { listViews } from './list-views';

let manager: Ctx;
let admin: Ctx;
let viewer: Ctx;

beforeAll(async () => {
  [manager, admin, viewer] = [await ctxOf('manager'), await ctxOf('admin'), await ctxOf('viewer')];
});

const namesOf = async (ctx: Ctx) => (await listViews(ctx)).map(({ name }) => name);

test('a private view is its owner’s alone, a team view everybody’s', async () => {
  const mine = await createView(manager, { list: 'orders', name: 'Ноябрь', query: 'period=month&sort=-total_price' });
  expect(mine).toMatchObject({ query: 'period=month&sort=-total_price', team: false, mayEdit: true, owner: null, columns: null });
  expect(await namesOf(manager)).toEqual(['Ноябрь']);
  expect(await namesOf(admin)).toEqual([]);
  await expect(editView(admin, mine.id, { name: 'Чужой' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteView(viewer, mine.id)).rejects.toMatchObject({ code: 'not_found' });

  await editView(manager, mine.id, { team: true });
  expect(await namesOf(viewer)).toEqual(['Ноябрь']);
  const [seen] = await listViews(viewer);
  expect(seen).toMatchObject({ team: true, mayEdit: false });
  await expect(editView(viewer, mine.id, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(editView(admin, mine.id, { team: false })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await editView(admin, mine.id, { name: 'Наш ноябрь' })).toMatchObject({ name: 'Наш ноябрь', query: mine.query, team: true });

  await deleteView(manager, mine.id);
  expect(await namesOf(viewer)).toEqual([]);
  await expect(editView(manager, mine.id, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a view may bring its columns, of which only known ones are kept', async () => {
  const columns = [
    { name: 'total_price', shown: true, width: 200 },
    { name: 'gone', shown: true },
  ];
  const { id } = await createView(viewer, { list: 'orders', name: 'Узкий', query: '', columns });
  const [view] = await listViews(viewer);
  expect(view?.columns?.slice(0, 1)).toEqual([{ name: 'total_price', shown: true, width: 200 }]);
  expect(view?.columns?.some(({ name }) => String(name) === 'gone')).toBe(false);
  expect((await editView(viewer, id, { name: 'Шире' })).columns).not.toBeNull();
  expect((await editView(viewer, id, { columns: null })).columns).toBeNull();
  await expect(createView(viewer, { list: 'orders', name: ' ', query: '' })).rejects.toMatchObject({ code: 'validation' });
});

test('a list is set up for oneself; what is left out stays, what is unknown is dropped', async () => {
  const first = await getLayout(manager, 'orders');
  expect(first).toMatchObject({ density: 'normal', rows: 50, view: null });
  expect(first.columns.filter(({ shown }) => shown).map(({ name }) => name)).toEqual([
    'id',
    'created_at',
    'client',
    'product',
    'status',
    'author',
    'total_price',
  ]);
  await saveLayout(manager, 'orders', { density: 'compact' });
  const columns = [
    { name: 'status', shown: true, width: 200 },
    { name: 'nothing', shown: true },
    { name: 'id', shown: false },
  ];
  const saved = await saveLayout(manager, 'orders', { columns, rows: 100 });
  expect(saved).toMatchObject({ density: 'compact', rows: 100 });
  expect(saved.columns.slice(0, 2)).toEqual([
    { name: 'status', shown: true, width: 200 },
    { name: 'id', shown: true },
  ]);
  expect(saved.columns).toHaveLength(13);
  expect(await getLayout(manager, 'orders')).toEqual(saved);
  expect((await getLayout(admin, 'orders')).density).toBe('normal');
  expect((await getLayout(manager, 'clients')).density).toBe('normal');
  await expect(saveLayout(manager, 'orders', { rows: 51 as 50 })).rejects.toMatchObject({ code: 'validation' });
});
