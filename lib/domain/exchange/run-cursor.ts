import type { Exchanged } from './schema';

/** How far a run has come; as JSON in `exchange_runs.cursor`. */
export interface RunCursor {
  /** Left out while nothing was read. */
  entity?: Exchanged;
  /** What is being walked: records over there, or ours. */
  side?: 'theirs' | 'ours';
  /** Where its reading goes on, in the words of the other side; or the last id of ours. */
  at?: string | number | null;
  /** The findings of another run that this one settles. */
  fix?: { runId: number; kind?: string; ids?: number[] };
  /** Of a rehearsal: records of the entity that would be linked to theirs. */
  linked?: number;
  /** The last finding settled. */
  fixed?: number;
  /** Only these records over there, which somebody has told us of. */
  only?: { entity: Exchanged; id: string }[];
  /** How often the last step failed, and when the next try is due (UTC epoch ms). */
  failures?: number;
}

/** The cursor of a stored run. */
export function readRunCursor(text: string): RunCursor {
  return JSON.parse(text) as RunCursor;
}
