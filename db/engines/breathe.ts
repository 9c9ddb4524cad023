/** How long work may hold the event loop before others get a turn, ms. */
const longest = 10;

let since = 0;

/**
 * Lets other requests in when the work has gone on for a while. Allowed inside a unit of work, too: on SQLite reads have a
 * connection of their own, and writers wait in their queue.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - since < longest) return;
  await new Promise((done) => setImmediate(done));
  since = performance.now();
}
