import type { Ctx } from '../domain/context';
import { type ExportProgress, type Tracked, track } from './export-progress';
import { takePlace } from './export-queue';
import type { Written } from './tables/open-table';

export interface Download {
  headers: Record<string, string>;
  /** Must be begun, or ended by `return`: it may hold a snapshot. */
  bytes: AsyncGenerator<Uint8Array>;
  progress: ExportProgress;
}

/** A file that is ready to be sent. */
export interface OpenFile {
  headers: Record<string, string>;
  pieces: AsyncIterable<Uint8Array>;
  /** All rows, where that is known beforehand. */
  count: number | undefined;
  written: () => Written;
  /** Lets go of what it reads from. */
  end: () => Promise<void>;
}

/** A reader who takes nothing for so long has gone, whatever his connection says, ms. */
const patience = 2 * 60_000;

/** While a reader has yet to take a piece nothing is read, so all may be let go of at once: when he stops it, goes, or sleeps. */
function whileIdle(signal: AbortSignal, { stop, finish }: Tracked, letGo: () => Promise<void>): () => void {
  const leave = () => {
    finish('cancelled');
    letGo().catch(() => undefined);
  };
  signal.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => stop.abort(), patience);
  timer.unref();
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  };
}

/** What is held while a download is written, and let go of once. */
interface Held {
  open: OpenFile;
  release: () => void;
  tracked: Tracked;
}

function note({ progress }: Tracked, { written }: OpenFile): void {
  const { rows, sumMinor } = written();
  progress.rows = rows;
  progress.sumMinor = sumMinor;
}

async function* writing(held: Held, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { open, release, tracked } = held;
  const letGo = () => open.end().finally(release);
  try {
    for await (const piece of open.pieces) {
      signal.throwIfAborted();
      note(tracked, open);
      const taken = whileIdle(signal, tracked, letGo);
      try {
        yield piece;
      } finally {
        taken();
      }
      signal.throwIfAborted();
    }
    note(tracked, open);
    tracked.finish('done');
  } catch (error) {
    tracked.finish(signal.aborted ? 'cancelled' : 'failed');
    throw error;
  } finally {
    // Whoever goes away in the middle has stopped it.
    tracked.finish('cancelled');
    await letGo();
  }
}

/**
 * Opens a file when its turn has come and sends it while it is followed under its ticket. The bytes end with the reader, the
 * signal or `stopExport`. Throws what opening throws, and the reason of the signal.
 */
export async function trackedDownload(
  { actor }: Pick<Ctx, 'actor'>,
  { ticket, gone }: { ticket: string | undefined; gone: AbortSignal },
  open: (signal: AbortSignal) => Promise<OpenFile>,
): Promise<Download> {
  const tracked = track(ticket, actor.type === 'user' ? actor.id : 0);
  const { progress } = tracked;
  const signal = AbortSignal.any([gone, tracked.stop.signal]);
  try {
    const release = await takePlace(signal);
    try {
      progress.state = 'running';
      const file = await open(signal);
      progress.total = file.count ?? null;
      const rows: Record<string, string> = file.count === undefined ? {} : { 'x-row-count': String(file.count) };
      return { headers: { ...file.headers, ...rows }, bytes: writing({ open: file, release, tracked }, signal), progress };
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    tracked.finish(signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
