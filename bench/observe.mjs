// What the browser itself tells about a page: shifts of the layout, the largest paint, how long events took to be seen.

/** Runs in the page before anything of its own: notes every entry, and who is to blame for it. */
function note() {
  const seen = { shifts: [], largest: 0, events: [], slow: [] };
  const nameOf = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return 'gone';
    // The text of a whole page takes long enough to be measured itself.
    const label =
      element.getAttribute('aria-label') ?? (element.closest('td, li, button, summary, a, h1, h2, p') ? element.textContent : '');
    const parents = [element, element.parentElement].flatMap((one) =>
      one ? [one.localName + [...one.classList].map((c) => `.${c}`)] : [],
    );
    return `${parents.reverse().join(' > ')} «${label.trim().slice(0, 24)}»`;
  };
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const watch = (type, each, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  watch('layout-shift', ({ value, startTime, hadRecentInput, sources }) => {
    const moved = (sources ?? []).map((one) => `${nameOf(one.node)} [${box(one.previousRect)}] → [${box(one.currentRect)}]`);
    if (!hadRecentInput) seen.shifts.push({ value, at: startTime, moved });
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  watch(
    'event',
    ({ name, duration, startTime, processingStart, processingEnd, interactionId, target }) => {
      if (interactionId === 0) return;
      const waited = Math.round(processingStart - startTime);
      const worked = Math.round(processingEnd - processingStart);
      seen.events.push({ name, duration, waited, worked, at: startTime, target: target ? nameOf(target) : '' });
    },
    { durationThreshold: 16 },
  );
  watch('long-animation-frame', ({ startTime, duration, scripts }) => {
    const by = scripts.map(
      (one) => `${one.invoker} ${one.sourceURL.split('/').at(-1)}:${one.sourceFunctionName} ${Math.round(one.duration)} ms`,
    );
    seen.slow.push({ at: startTime, duration: Math.round(duration), by });
  });
  globalThis.__bench = seen;
}

/** Has every page of the context watched from its first byte. */
export async function observe(context) {
  await context.addInitScript(note);
}

/** What was seen so far. */
export function seen(page) {
  return page.evaluate(() => globalThis.__bench);
}

/** Forgets what was seen, before the next step. */
export async function forget(page) {
  await page.evaluate(() => Object.assign(globalThis.__bench, { shifts: [], events: [], slow: [] }));
}

/** The largest sum of shifts within five seconds, none a second after the one before: what browsers call CLS. */
export function layoutShift(shifts) {
  let [worst, sum, first, last] = [0, 0, 0, 0];
  for (const { value, at } of shifts) {
    const goesOn = sum > 0 && at - last < 1000 && at - first < 5000;
    if (!goesOn) [sum, first] = [0, at];
    sum += value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
