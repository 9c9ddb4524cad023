/** Downloads written at once in a process: a PostgreSQL pool has ten connections, and each holds one. */
const atOnce = 2;

interface Queue {
  running: number;
  /** Whoever waits, first come first. */
  waiting: (() => void)[];
}

const slot = Symbol.for('order-client-accounting.export-queue');
const shared = globalThis as typeof globalThis & { [slot]?: Queue };

function queue(): Queue {
  shared[slot] ??= { running: 0, waiting: [] };
  return shared[slot];
}

function release(): void {
  const { waiting } = queue();
  const next = waiting.shift();
  // A place is handed on rather than given back, so that nobody slips in between.
  if (next) next();
  else queue().running -= 1;
}

/** Gives the place back, once. */
function releaseOnce(): () => void {
  let held = true;
  return () => {
    if (held) release();
    held = false;
  };
}

/** Waits for a place; whoever goes away meanwhile leaves the queue, and the reason of the signal is thrown. */
export function takePlace(signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted();
  if (queue().running < atOnce) {
    queue().running += 1;
    return Promise.resolve(releaseOnce());
  }
  return new Promise((done, fail) => {
    const turn = () => {
      signal.removeEventListener('abort', leave);
      done(releaseOnce());
    };
    const leave = () => {
      const { waiting } = queue();
      waiting.splice(waiting.indexOf(turn), 1);
      fail(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    queue().waiting.push(turn);
  });
}

/** How many are written, and how many wait. */
export function queueState(): { running: number; waiting: number } {
  return { running: queue().running, waiting: queue().waiting.length };
}
