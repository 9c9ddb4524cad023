// How long it takes until an interaction is seen on the screen: the worst of every step of a manager's day on the orders list.
import { windowOf } from './first-load.mjs';
import { forget, layoutShift, seen } from './observe.mjs';

/** Rest after a step, for answers of the server to arrive and be counted, ms. */
const rest = 700;

/** How long a step waits for what it looks for, ms; one that waits in vain is reported and fails the run. */
const patience = 10_000;

/** «соколов» in the other layout: Playwright types Cyrillic without a key, and then nothing counts as an interaction. */
const typed = 'cjrjkjd';

const palette = (page) => page.getByRole('combobox', { name: 'Поиск и команды' });
const look = (page) => page.getByRole('complementary', { name: 'Быстрый просмотр' });

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

const steps = {
  'type in the search': async (page) => {
    await page.keyboard.press('Slash');
    await page.keyboard.type(typed, { delay: 60 });
    await press(page, 'Enter');
    await page.waitForURL(/q=/);
  },
  'open the filter panel': async (page) => {
    await page.locator('summary').filter({ hasText: 'Фильтр' }).click();
    await page.getByRole('button', { name: 'Показать', exact: true }).waitFor();
  },
  'tick rows': async (page) => {
    await press(page, 'ArrowDown', 'KeyX', 'ArrowDown', 'KeyX', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+KeyA');
    await page.getByRole('region', { name: 'Отмеченные записи' }).waitFor();
  },
  'open the status menu': async (page) => {
    await press(page, 'ArrowDown', 'KeyS');
    await page.getByRole('menuitemradio', { name: 'Ожидает' }).waitFor();
    await press(page, 'ArrowDown', 'ArrowUp', 'Escape');
  },
  'quick look along the rows': async (page) => {
    await press(page, 'ArrowDown', 'Space');
    await look(page).getByRole('heading', { level: 2 }).first().waitFor();
    for (let n = 0; n < 4; n++) {
      await press(page, 'ArrowDown');
      await page.waitForTimeout(300);
    }
    await press(page, 'Escape');
  },
  'open the palette and type': async (page) => {
    await press(page, 'Control+KeyK');
    await palette(page).waitFor();
    await page.keyboard.type(typed, { delay: 60 });
    await page
      .getByRole('option', { name: /^Соколов/ })
      .first()
      .waitFor();
    await press(page, 'ArrowDown', 'ArrowDown', 'Escape');
  },
};

/** One pass of a step on a list opened anew, so that one does not pay for another. */
async function pass(page, act) {
  await page.goto('/orders');
  await page.locator('html[data-ready]').waitFor();
  await page.waitForTimeout(rest);
  await forget(page);
  const failed = await act(page).catch((error) => String(error).split('\n')[0]);
  await page.waitForTimeout(rest);
  const { events, shifts, slow } = await seen(page);
  const worst = events.reduce((one, other) => (other.duration > one.duration ? other : one), { duration: 0 });
  return { worst, took: worst.duration, shift: layoutShift(shifts), moved: shifts, slow, failed };
}

/** Several passes of every step: the slowest event of the middle pass, the largest shift of all. */
export async function interactions(browser, base, { width, state, runs }) {
  const context = await windowOf(browser, base, width, state);
  const results = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    for (const [step, act] of Object.entries(steps)) {
      const passes = [];
      for (let run = 0; run < runs; run++) passes.push(await pass(page, act));
      const middle = [...passes].sort((a, b) => a.took - b.took)[(runs - 1) >> 1];
      const { shift, moved } = passes.reduce((one, other) => (other.shift > one.shift ? other : one));
      const failed = passes.find((one) => one.failed)?.failed;
      results.push({ ...middle, step, width, shift, moved, failed, all: passes.map(({ took }) => took) });
    }
  } finally {
    await context.close();
  }
  return results;
}
