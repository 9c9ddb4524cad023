import { type ApplyState, applyFile, startState } from '../apply/apply-file';
import { CommerceMlError } from '../commerceml/cml-error';
import { checkFile } from '../commerceml/read-documents';
import { endOf, HeldRun, runOf } from './file-run';
import type { Session } from './session';
import { counted, type Sources, sourcesOf } from './sources';
import { type Note, Refused, type Reply, type Step } from './visit';
import { sentence } from './words';
import { removeFile, safeName } from './work-folder';

/** ms of work in one call: 1C hears something long before its patience ends. */
const callMs = 8000;
/** ms between two notes of how far an import has come: each begins the file anew up to there. */
const sliceMs = 2000;
/** How long a call waits for another one that reads a file, ms. */
const busyMs = 1000;

/** Reads on until the call has worked long enough; whether all is read. */
async function readOn(step: Step, run: HeldRun, { sources }: Sources): Promise<boolean> {
  const { db, connection, now, requestId } = step;
  const until = performance.now() + callMs;
  // Several files are one: when the last of them is damaged, the first is not read either.
  if (sources.length > 1 && run.at.source === 0 && run.at.state.next === startState().next)
    for (const source of counted(sources)) await checkFile(source);
  for (let source = sources[run.at.source]; source; source = sources[run.at.source]) {
    const left = until - performance.now();
    if (left <= 0) return false;
    const state = await applyFile({ db, connection, now, requestId }, source, run.at.state, { ms: Math.min(left, sliceMs) });
    const { groupId, counts, notes } = state;
    const over = state.done && run.at.source + 1 < sources.length;
    await run.advance(run.at.source + (over ? 1 : 0), over ? { ...startState(), groupId, counts, notes } : state);
    if (state.done && !over) return true;
  }
  return true;
}

/** Why a file is not read, if it is the file's fault. */
function faultOf(error: unknown): Note | undefined {
  if (error instanceof CommerceMlError) return { code: error.code, values: error.values };
  return error instanceof Refused && error.noted ? error.note : undefined;
}

function doneReply(session: Session, name: string, { notes }: ApplyState): Reply {
  const lines = notes.map(sentence);
  return { answer: ['success', ...lines], note: { code: 'onec_imported', values: { name, remarks: lines.length } }, session };
}

function progressReply(session: Session, note: Note): Reply {
  return { answer: ['progress', sentence(note)], note, session };
}

async function goOn(step: Step, session: Session, run: HeldRun): Promise<Reply> {
  const { name } = run.at;
  try {
    const sources = await sourcesOf(step.connection.id, session, name);
    try {
      if (!(await readOn(step, run, sources))) {
        await run.release();
        return progressReply(session, { code: 'onec_import_goes_on', values: { name, done: run.at.state.next } });
      }
    } finally {
      sources.close();
    }
    await run.finish();
    await removeFile(step.connection.id, session, name);
    return doneReply(session, name, run.at.state);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) {
      await run.release();
      throw error;
    }
    await run.finish(fault);
    await removeFile(step.connection.id, session, name);
    throw new Refused(fault);
  }
}

async function importOn(step: Step, name: string): Promise<Reply> {
  const { run, session } = await runOf(step, name);
  const end = endOf(run);
  if (end?.problem) throw new Refused(end.problem);
  if (end) return doneReply(session, name, end.state);
  const held = await HeldRun.hold(step, session, run.id);
  if (held) return goOn(step, session, held);
  await new Promise((done) => setTimeout(done, busyMs));
  return progressReply(session, { code: 'onec_import_busy' });
}

/** `import`: reads a file that came, a while in each call, until it answers `success`. What was read stays read whatever happens. */
export function importFile(step: Step): Promise<Reply> {
  return importOn(step, safeName(step.filename));
}

/** The old flow: all of it within the call that brought its last part. */
export async function importWhole(step: Step, name: string): Promise<Reply> {
  for (;;) {
    const reply = await importOn(step, name);
    if (!(Array.isArray(reply.answer) && reply.answer[0] === 'progress')) return reply;
  }
}
