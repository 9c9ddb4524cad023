import { type FileRunRow, findFileRun, insertFileRun, leaseFileRun, updateFileRun } from '@/db/queries/file-runs';
import { type ApplyState, startState } from '../apply/apply-file';
import { bookkeep } from './bookkeep';
import { changed, type Session, saveSession } from './session';
import { type Note, Refused, type Step } from './visit';

/** Nobody else goes on with an import for so long after the last note of whoever does, ms. */
const leaseMs = 20_000;

/** How far a run has come: in which of the documents' files, and how far in it. */
interface Cursor {
  name: string;
  source: number;
  state: ApplyState;
}

/** The run that reads a file, begun now unless it was before, and the session that knows of it. */
export async function runOf(step: Step, name: string): Promise<{ run: FileRunRow; session: Session }> {
  const { db, connection, session, requestId } = step;
  const id = session.state.runs[name];
  const known = id === undefined ? undefined : await db.read((tx) => findFileRun(tx, connection.id, id));
  if (known) return { run: known, session };
  const createdAt = step.now().getTime();
  const cursor: Cursor = { name, source: 0, state: startState() };
  return bookkeep(db, async (tx) => {
    const run = await insertFileRun(tx, { connectionId: connection.id, cursor: JSON.stringify(cursor), requestId, createdAt });
    const after = changed(session, { runs: { ...session.state.runs, [name]: run.id } });
    await saveSession(tx, connection.id, after, createdAt);
    return { run, session: after };
  });
}

/** What a run that is over came to. */
export function endOf(run: FileRunRow): { state: ApplyState; problem: Note | undefined } | undefined {
  if (run.state === 'running') return undefined;
  const stopped: Note | undefined = run.state === 'stopped' ? { code: 'onec_no_session' } : undefined;
  return { state: (JSON.parse(run.cursor) as Cursor).state, problem: run.problem ? (JSON.parse(run.problem) as Note) : stopped };
}

/** A run that is this call's alone, until it lets go or its lease is over. */
export class HeldRun {
  private constructor(
    private readonly step: Step,
    private readonly id: number,
    private lease: number,
    private cursor: Cursor,
  ) {}

  /** Takes a run for this call; undefined while another reads a file of this connection. */
  static async hold(step: Step, session: Session, id: number): Promise<HeldRun | undefined> {
    const now = step.now().getTime();
    const until = now + leaseMs;
    const connectionId = step.connection.id;
    return bookkeep(step.db, async (tx) => {
      // Holds the row of the session: no two ask for a run at once.
      await saveSession(tx, connectionId, session, now);
      const held = await leaseFileRun(tx, { connectionId, id }, { now, until });
      const run = held ? await findFileRun(tx, connectionId, id) : undefined;
      return run && new HeldRun(step, id, until, JSON.parse(run.cursor) as Cursor);
    });
  }

  get at(): Readonly<Cursor> {
    return this.cursor;
  }

  private async write(values: Parameters<typeof updateFileRun>[3]): Promise<boolean> {
    const { state } = this.cursor;
    const progress = { cursor: JSON.stringify(this.cursor), counts: JSON.stringify(state.counts), groupId: state.groupId };
    return bookkeep(this.step.db, (tx) => updateFileRun(tx, this.id, this.lease, { ...progress, ...values }));
  }

  /** Notes how far it has come. Throws {@link Refused} when another exchange has begun meanwhile. */
  async advance(source: number, state: ApplyState): Promise<void> {
    this.cursor = { ...this.cursor, source, state };
    const until = Math.max(this.step.now().getTime() + leaseMs, this.lease + 1);
    if (!(await this.write({ leaseUntil: until }))) throw new Refused({ code: 'onec_no_session' }, false);
    this.lease = until;
  }

  /** Lets go, for the next call. */
  async release(): Promise<void> {
    await this.write({ leaseUntil: null });
  }

  async finish(problem?: Note): Promise<void> {
    const ended = problem ? { state: 'failed', problem: JSON.stringify(problem) } : { state: 'done' };
    await this.write({ ...ended, leaseUntil: null, finishedAt: this.step.now().getTime() });
  }
}
