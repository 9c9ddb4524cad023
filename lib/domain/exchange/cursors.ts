import type { Exchanged, Vocabulary } from './schema';

/** How far a connection was read, as JSON in `connection_states.cursors`. */
export interface Cursors {
  /** Entity to where its next reading begins, in the words of the other side. */
  at?: Partial<Record<Exchanged, string>>;
  /** When the last pull ended well (UTC epoch ms). */
  pulledAt?: number;
  /** When its stock was read last (UTC epoch ms). */
  stockAt?: number;
  vocabulary?: Vocabulary;
}

/** The cursors of a stored state. */
export function readCursors(text: string | undefined): Cursors {
  return text === undefined ? {} : (JSON.parse(text) as Cursors);
}
