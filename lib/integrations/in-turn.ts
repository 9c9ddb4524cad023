const slot = Symbol.for('order-client-accounting.exchange-turns');
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, Promise<unknown>> };

/** Runs work after whatever this process does under the same key already, in all copies that it has of this module. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  shared[slot] ??= new Map();
  const turns = shared[slot];
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}
