/** How long work may hold the event loop before others get a turn, ms. */
const longest = 5;

/** When work that breathes began to hold the loop in its present turn. */
let held: number | undefined;

/**
 * To be awaited between the pieces of long work: lets everything that waits in this process have its turn once the work has
 * gone on for a while; short work never waits. Allowed inside a unit of work, too: on SQLite reads have a connection of their
 * own and writers wait in their queue, on PostgreSQL the unit has its connection to itself.
 */
export async function breathe(): Promise<void> {
  if (held === undefined) {
    held = performance.now();
    // Runs when the loop turns, whoever made it turn.
    setImmediate(() => {
      held = undefined;
    });
    return;
  }
  if (performance.now() - held >= longest) await new Promise((done) => setImmediate(done));
}
