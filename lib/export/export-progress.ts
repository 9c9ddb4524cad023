/** How long a finished download is remembered, ms. */
const remembered = 5 * 60_000;

export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface ExportProgress {
  state: ExportState;
  rows: number;
  /** All rows, where that is known. */
  total: number | null;
  /** Kopecks written so far; null where nothing is added up. */
  sumMinor: number | null;
}

/** A download while it is made, under a name that only whoever asked for it knows. */
export interface Tracked {
  progress: ExportProgress;
  /** Aborted when it is to stop. */
  stop: AbortController;
  finish: (state: Exclude<ExportState, 'waiting' | 'running'>) => void;
}

interface Entry extends Tracked {
  owner: number;
}

const slot = Symbol.for('order-client-accounting.export-progress');
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, Entry> };

function entries(): Map<string, Entry> {
  shared[slot] ??= new Map();
  return shared[slot];
}

/** Notes a download down; one without a ticket is noted nowhere. A ticket is used once: a second use takes the name over. */
export function track(ticket: string | undefined, owner: number): Tracked {
  const progress: ExportProgress = { state: 'waiting', rows: 0, total: null, sumMinor: null };
  const entry: Entry = {
    owner,
    progress,
    stop: new AbortController(),
    finish: (state) => {
      if (progress.state !== 'waiting' && progress.state !== 'running') return;
      progress.state = state;
      if (ticket === undefined) return;
      setTimeout(() => entries().get(ticket) === entry && entries().delete(ticket), remembered).unref();
    },
  };
  if (ticket !== undefined) entries().set(ticket, entry);
  return entry;
}

/** How far one's own download has come; undefined when there is none of that name. */
export function progressOf(ticket: string, owner: number): ExportProgress | undefined {
  const entry = entries().get(ticket);
  return entry?.owner === owner ? entry.progress : undefined;
}

/** Ends one's own download where it stands; whether there was one. */
export function stopExport(ticket: string, owner: number): boolean {
  const entry = entries().get(ticket);
  if (entry?.owner !== owner) return false;
  entry.stop.abort();
  return true;
}
