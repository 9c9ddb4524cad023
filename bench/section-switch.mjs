// From the press on a section to its heading on the screen, and how much of that is the server's.
import { bareFetch, windowOf } from './first-load.mjs';
import { layoutShift, median, seen } from './observe.mjs';

const rounds = 5;

/** Waits in the page for another heading at another address; the time from the click to the frame that shows it, ms. */
function untilPainted() {
  const address = location.pathname;
  const before = document.querySelector('h1')?.textContent;
  return new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`no new heading: ${location.pathname}, ${before}`)), 10_000);
    let start = 0;
    document.addEventListener(
      'click',
      (event) => {
        start = event.timeStamp;
      },
      { capture: true, once: true },
    );
    function look() {
      const heading = document.querySelector('h1')?.textContent;
      if (!start || location.pathname === address || !heading || heading === before) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - start);
        port2.postMessage(0);
      });
    }
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

async function press(page, link) {
  const watch = await page.evaluateHandle(`({ shown: (${untilPainted})() })`);
  await link.click();
  const took = await watch.evaluate(({ shown }) => shown);
  await page.waitForTimeout(300);
  return took;
}

/** Every link of the side bar, pressed as soon as it is pointed at, five times round. */
export async function sectionSwitch(browser, base, { state }) {
  const context = await windowOf(browser, base, 1440, state);
  try {
    const page = await context.newPage();
    await page.goto('/settings');
    await page.locator('html[data-ready]').waitFor();
    const links = page.locator('header nav a');
    const paths = await links.evaluateAll((all) => all.map((link) => link.pathname));
    const took = new Map(paths.map((path) => [path, []]));
    for (let round = 0; round < rounds; round++)
      for (const path of paths) took.get(path).push(await press(page, links.and(page.locator(`[href="${path}"]`))));
    const { shifts } = await seen(page);
    const sections = [];
    for (const path of paths) {
      const shown = median(took.get(path));
      const bare = await bareFetch(page, path, { rsc: '1' });
      sections.push({ path, took: shown, first: took.get(path)[0], bare, ratio: shown / bare });
    }
    return { sections, shift: layoutShift(shifts), moved: shifts };
  } finally {
    await context.close();
  }
}
