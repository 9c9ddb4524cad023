import type { ServerResponse } from 'node:http';

/** Between two flushes of one answer, ms. */
const apart = 16;

/**
 * Next asks its compressor to send what it has after every 2 kB that a page renders: a hundred trips to another thread, for an
 * answer three times as large. The first of them stays, so that a browser can begin; the others wait and become one.
 */
export function calmFlush(response: ServerResponse): void {
  let flush: (() => void) | undefined;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flushNow(): void {
    timer = undefined;
    last = performance.now();
    // After its end a compressor has nothing to send.
    if (!response.writableEnded && !response.destroyed) flush?.();
  }
  function calm(): void {
    if (timer) return;
    const wait = last + apart - performance.now();
    if (last === 0 || wait <= 0) flushNow();
    else timer = setTimeout(flushNow, wait);
  }
  Object.defineProperty(response, 'flush', {
    get: () => calm,
    set: (given: () => void) => {
      flush = given;
    },
  });
  response.once('close', () => clearTimeout(timer));
}
