interface Progress {
  state: 'running' | 'done' | 'stopped';
  total: number;
  done: number;
  unchanged: number;
  refused: number;
  /** The first operation, by which all of it is undone. */
  group: number | null;
}

/** How often a run is looked at, ms. */
const every = 250;

async function look(id: number): Promise<Progress | undefined> {
  try {
    const response = await fetch(`/api/bulk/get/${id}/`);
    return response.ok ? ((await response.json()) as { bulk: Progress }).bulk : undefined;
  } catch {
    return undefined;
  }
}

/** Tells how far a run has come until it is through. It goes on by itself when nobody looks. */
export async function followBulk(id: number, tell: (done: number, total: number) => void): Promise<Progress> {
  for (;;) {
    const run = await look(id);
    if (run) {
      tell(run.done + run.unchanged + run.refused, run.total);
      if (run.state !== 'running') return run;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Ends a run where it stands. */
export async function stopBulk(id: number): Promise<void> {
  await fetch(`/api/bulk/stop/${id}/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
}
