export interface DownloadState {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  rows: number;
  total: number | null;
  /** Kopecks. */
  sum_minor: number | null;
}

/** How often a download is looked at, and how long its beginning may be waited for, ms. */
const every = 300;
const patience = 15_000;

/** Nothing when the server cannot be reached just now or has not heard of it yet; `failed` when it never will. */
async function look(ticket: string, signal: AbortSignal): Promise<DownloadState | undefined> {
  try {
    const response = await fetch(`/api/exports/progress/?ticket=${ticket}`, { signal });
    if (response.ok) return (await response.json()) as DownloadState;
    return response.status === 401 || response.status === 403 ? { state: 'failed', rows: 0, total: null, sum_minor: null } : undefined;
  } catch {
    return undefined;
  }
}

/** Tells how far a download has come until it is through, or until nothing was heard of it for long. */
export async function followDownload(ticket: string, signal: AbortSignal, tell: (state: DownloadState) => void): Promise<void> {
  let last: DownloadState = { state: 'waiting', rows: 0, total: null, sum_minor: null };
  for (let heard = Date.now(); !signal.aborted; ) {
    const state = await look(ticket, signal);
    if (state) {
      heard = Date.now();
      last = state;
      tell(state);
      if (state.state !== 'waiting' && state.state !== 'running') return;
    } else if (Date.now() - heard > patience) return tell({ ...last, state: 'failed' });
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Ends a download where it stands. */
export async function stopDownload(ticket: string): Promise<void> {
  await fetch(`/api/exports/cancel/?ticket=${ticket}`, { method: 'DELETE' });
}
