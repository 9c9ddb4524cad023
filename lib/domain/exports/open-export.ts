import { breathe } from '@/db/engines/breathe';
import type { Engine, Tx } from '@/db/engines/engine';

/** Rows read at a time: few enough that others have their turn in between. */
export const blockRows = 200;

/** What an export is made of, read while it is sent. Whoever opened it ends it, whatever happens. */
export interface Exported<R> {
  /** All rows, where that is known before they are read. */
  count: number | undefined;
  /** What was looked for instead, because nothing was found. */
  meant: string | undefined;
  blocks: AsyncIterable<R[]>;
  /** Lets the snapshot go; also in the middle, also twice. */
  end: () => Promise<void>;
}

interface Snapshot {
  tx: Tx;
  end: (error?: unknown) => Promise<void>;
}

/** A snapshot that stays open until it is ended: the engine's own is as long as a piece of work. */
async function openSnapshot(db: Engine): Promise<Snapshot> {
  return new Promise((opened, refused) => {
    const held: Promise<void> = db.snapshot(
      (tx) =>
        new Promise((done, fail) => {
          const end = (error?: unknown): Promise<void> => {
            if (error === undefined) done();
            else fail(error);
            return held;
          };
          opened({ tx, end });
        }),
    );
    // Later on this is no news: whoever ends the snapshot is told.
    held.catch(refused);
  });
}

/** Step: opens a snapshot, finds in it what is meant, and reads the blocks from it alone. */
export async function openExport<R>(db: Engine, find: (tx: Tx) => Promise<Omit<Exported<R>, 'end'>>): Promise<Exported<R>> {
  const { tx, end } = await openSnapshot(db);
  const found = await find(tx).catch(async (error: unknown) => {
    await end(error);
    throw error;
  });
  async function* guarded(): AsyncGenerator<R[]> {
    try {
      yield* found.blocks;
    } catch (error) {
      // The engine words its own failures on the way out.
      await end(error);
      throw error;
    }
  }
  return { ...found, blocks: guarded(), end: () => end() };
}

/** Blocks of a walk by places: each begins after the last row of the one before. */
export async function* walk<R>(
  read: (after: (string | number)[] | undefined) => Promise<R[]>,
  keysOf: (row: R) => (string | number)[],
): AsyncGenerator<R[]> {
  let after: (string | number)[] | undefined;
  for (;;) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (last) yield rows;
    if (!last || rows.length < blockRows) return;
    after = keysOf(last);
    await breathe();
  }
}

/** Blocks of rows whose ids are known in their order. */
export async function* inOrder<R>(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<R[]>,
  idOf: (row: R) => number,
): AsyncGenerator<R[]> {
  for (let from = 0; from < ids.length; from += blockRows) {
    const some = ids.slice(from, from + blockRows);
    const byId = new Map((await read(some)).map((row) => [idOf(row), row]));
    yield some.flatMap((id) => byId.get(id) ?? []);
    await breathe();
  }
}
