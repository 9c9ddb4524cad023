/** Reports computed at once: each holds a connection and, over a year of a large company, a few hundred megabytes. */
const places = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs work when one of the few places is free, in the order of asking. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < places) running += 1;
  // Whoever leaves hands the place on.
  else await new Promise<void>((come) => waiting.push(come));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
