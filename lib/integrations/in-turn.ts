const slot = Symbol.for('order-client-accounting.1c-turns');
const shared = globalThis as typeof globalThis & { [slot]?: Map<number, Promise<unknown>> };

/** Runs work of a connection after what this process already does for it: 1C asks for one thing at a time, two of them may not. */
export async function inTurn<T>(connectionId: number, work: () => Promise<T>): Promise<T> {
  shared[slot] ??= new Map();
  const turns = shared[slot];
  const before = turns.get(connectionId) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(connectionId, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(connectionId) === mine) turns.delete(connectionId);
  }
}
