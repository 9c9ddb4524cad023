import type { ServerResponse } from 'node:http';

/** How long what is written may wait for more, ms. */
const patience = 24;

/**
 * Next asks its compressor to send what it has after every 2 kB that a page renders: a hundred trips to another thread, for an
 * answer three times as large that a browser can do little with before its end. Here it is asked now and then.
 */
export function calmFlush(response: ServerResponse): void {
  let flush: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flushNow(): void {
    timer = undefined;
    // The end of an answer is sent without being asked for.
    if (!response.writableEnded && !response.destroyed) flush?.();
  }
  function calm(): void {
    timer ??= setTimeout(flushNow, patience);
  }
  Object.defineProperty(response, 'flush', {
    get: () => calm,
    set: (given: () => void) => {
      flush = given;
    },
  });
  response.once('close', () => clearTimeout(timer));
}
