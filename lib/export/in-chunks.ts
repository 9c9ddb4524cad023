import { setImmediate as nextTurn } from 'node:timers/promises';

/** Large enough for the system calls, small enough to be nothing in memory. */
const chunkCharacters = 64 * 1024;

/** Text as UTF-8 in chunks of about 64 KiB, made as they are asked for. The first piece goes out at once: somebody waits for it. */
export async function* inChunks(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  let pending = '';
  let first = true;
  for await (const piece of pieces) {
    pending += piece;
    if (!first && pending.length < chunkCharacters) continue;
    if (pending === '') continue;
    yield Buffer.from(pending);
    pending = '';
    first = false;
    // Rows that are at hand and a reader that keeps up would never let anybody else have a turn.
    await nextTurn();
  }
  if (pending !== '') yield Buffer.from(pending);
}

const pieceCharacters = 16 * 1024;

/** Rows as text, many at once and never much more than a piece: a block may hold thousands of long ones. */
export function* rowPieces<Row>(rows: readonly Row[], write: (row: Row) => string): Generator<string, void, undefined> {
  let piece = '';
  for (const row of rows) {
    piece += write(row);
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
