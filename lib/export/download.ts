import type { Ctx } from '../domain/context';
import type { ExportEntity } from '../domain/exports/schema';
import { dayInZone } from '../domain/period';
import { may } from '../domain/permissions';
import { getSettings } from '../domain/settings/get-settings';
import { makeFormat } from '../i18n/format';
import type { Locale } from '../i18n/locale';
import { pageWords } from '../i18n/page-words';
import { type ExportProgress, type Tracked, track } from './export-progress';
import { takePlace } from './export-queue';
import { attachment } from './file-name';
import type { CardVersion, CsvPreset, FileFormat, WriteContext } from './table';
import { type CellWords, statusWords } from './tables/column';
import { exportKinds } from './tables/kinds';
import type { OpenTable, TableWish } from './tables/open-table';
import { tableFileType, writeTable } from './write-table';

export interface DownloadWish extends TableWish {
  entity: ExportEntity;
  format: FileFormat;
  preset: CsvPreset;
  cardVersion?: CardVersion;
  locale: Locale;
  /** Under which its reader follows it. */
  ticket?: string;
}

export interface Download {
  headers: Record<string, string>;
  /** Must be begun, or ended by `return`: it holds a snapshot. */
  bytes: AsyncGenerator<Uint8Array>;
  progress: ExportProgress;
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
  open: OpenTable;
  release: () => void;
  tracked: Tracked;
}

function note({ progress }: Tracked, { written }: OpenTable): void {
  const { rows, sumMinor } = written();
  progress.rows = rows;
  progress.sumMinor = sumMinor;
}

async function* writing(pieces: AsyncIterable<Uint8Array>, held: Held, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { open, release, tracked } = held;
  const letGo = () => open.end().finally(release);
  try {
    for await (const piece of pieces) {
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

/** Opens a table when its turn has come. Throws what the verbs throw, and the reason of the signal. */
async function openInTurn(ctx: Ctx, wish: DownloadWish, words: CellWords, tracked: Tracked, signal: AbortSignal): Promise<Held> {
  const release = await takePlace(signal);
  try {
    const open = await exportKinds[wish.entity].open(ctx, wish.entity, wish, words);
    return { open, release, tracked };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * A table as a file that is sent while it is read. Waits its turn; the bytes end with the reader, the signal or `stopExport`.
 * Throws `forbidden`, `validation`.
 */
export async function openDownload(ctx: Ctx, wish: DownloadWish, gone: AbortSignal): Promise<Download> {
  may(ctx, exportKinds[wish.entity].permission);
  const { timeZone, currency } = await getSettings(ctx.db);
  const { entity, format, preset, cardVersion, locale } = wish;
  const madeAt = ctx.now().getTime();
  const t = pageWords(locale);
  const words = { t, locale, format: makeFormat({ locale, timeZone, currency, now: madeAt }), status: statusWords(t) };
  const tracked = track(wish.ticket, ctx.actor.type === 'user' ? ctx.actor.id : 0);
  const signal = AbortSignal.any([gone, tracked.stop.signal]);
  try {
    const held = await openInTurn(ctx, wish, words, tracked, signal);
    const { table, count } = held.open;
    tracked.progress.state = 'running';
    tracked.progress.total = count ?? null;
    const context: WriteContext = { timeZone, locale, preset, madeAt, cardVersion, currency };
    const { type, extension } = tableFileType(format);
    const day = dayInZone(madeAt, timeZone);
    return {
      headers: {
        'content-type': type,
        'content-disposition': attachment(`${table.title} ${day}.${extension}`, `${entity}_${day}.${extension}`),
        ...(count === undefined ? {} : { 'x-row-count': String(count) }),
      },
      bytes: writing(writeTable(format, table, context), held, signal),
      progress: tracked.progress,
    };
  } catch (error) {
    tracked.finish(signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
