/** Pause between two drawings of the bar, ms. */
const pause = 200;

/** Draws how far a long work has come, one line on standard error, when a person looks on. */
export function progressLine(what: string): { step: (done: number, all: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
  let drawn = 0;
  let looked = Number.NEGATIVE_INFINITY;
  const step = (done: number, all: number) => {
    // Looking at the clock for every record would cost more than the record.
    if (done - looked < 256 && done !== all) return;
    looked = done;
    const now = Date.now();
    if (now - drawn < pause && done !== all) return;
    drawn = now;
    const share = all === 0 ? 1 : Math.min(1, done / all);
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '·');
    process.stderr.write(`\r${what} ${bar} ${Math.floor(share * 100)} %\x1b[K`);
  };
  return { step, end: () => void process.stderr.write('\r\x1b[K') };
}
