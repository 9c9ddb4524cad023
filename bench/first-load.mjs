// A page opened with nothing cached, as on a first visit.
import { layoutShift, median, observe, seen } from './observe.mjs';

/** How long after loading a page is watched for shifts, ms. */
const watched = 2000;

export const widths = [1440, 360];

/** A browser window of this width, the narrow one with a finger for a pointer. */
export async function windowOf(browser, base, width, storageState) {
  const phone = width < 768 ? { hasTouch: true, isMobile: true } : {};
  const viewport = { width, height: width < 768 ? 780 : 900 };
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    storageState,
    ...phone,
  });
  await observe(context);
  return context;
}

/** The same page fetched bare, a few times: what the machine and the server need without a browser's work. */
export function bareFetch(page, path, headers = {}) {
  return page.evaluate(
    async ([address, asked]) => {
      const took = [];
      for (let n = 0; n < 5; n++) {
        const start = performance.now();
        const answer = await fetch(address, { cache: 'no-store', headers: asked });
        if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
        await answer.text();
        took.push(performance.now() - start);
      }
      return took.sort((a, b) => a - b)[2];
    },
    [path, headers],
  );
}

async function loadOnce(browser, base, width, state, path) {
  const context = await windowOf(browser, base, width, state);
  try {
    const page = await context.newPage();
    const scripts = [];
    page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.push(request));
    const answer = await page.goto(path, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
    await page.waitForTimeout(watched);
    const found = await seen(page);
    const ready = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
    const sizes = await Promise.all(scripts.map(async (request) => (await request.sizes()).responseBodySize));
    return {
      shift: layoutShift(found.shifts),
      shifts: found.shifts,
      script: sizes.reduce((sum, size) => sum + size, 0) / 1000,
      ready,
      largest: found.largest,
      bare: await bareFetch(page, path),
    };
  } finally {
    await context.close();
  }
}

/** Several first loads: the worst shift, the largest script, the median of times. A modern browser never asks for the nomodule polyfill. */
export async function firstLoad(browser, base, { width, state, path, runs }) {
  const loads = [];
  for (let run = 0; run < runs; run++) loads.push(await loadOnce(browser, base, width, state, path));
  const worst = loads.reduce((one, other) => (other.shift > one.shift ? other : one));
  return {
    path,
    width,
    shift: worst.shift,
    moved: worst.shifts.map(({ value, at, moved }) => ({ value, at, moved })),
    script: Math.max(...loads.map(({ script }) => script)),
    ready: median(loads.map(({ ready }) => ready)),
    largest: median(loads.map(({ largest }) => largest)),
    ratio: median(loads.map(({ largest, bare }) => largest / bare)),
  };
}
