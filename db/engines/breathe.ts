/** How long work may hold the event loop before others get a turn, ms. */
const longest = 5;

let since = 0;

/**
 * To be awaited between the pieces of long work: lets everything that waits in this process have its turn once the work has
 * gone on for a while. Allowed inside a unit of work, too: on SQLite reads have a connection of their own and writers wait in
 * their queue, on PostgreSQL the unit has its connection to itself.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - since < longest) return;
  await new Promise((done) => setImmediate(done));
  since = performance.now();
}
