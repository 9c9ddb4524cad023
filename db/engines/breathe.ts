/** Longest stretch of work between two breaths, ms. */
const stretch = 5;

/**
 * For long work: a function to await between its pieces. Once 5 ms have been worked it lets everything that waits in this
 * process have its turn (reads go on, on their own connection), else it goes on at once. A unit of work may await it: on
 * SQLite other writers stand in the queue behind the unit, on PostgreSQL the unit has its connection to itself.
 */
export function makeBreathe(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    await new Promise<void>((done) => setImmediate(done));
    since = performance.now();
  };
}
