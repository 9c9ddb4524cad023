import { isDbError } from '@/db/engines/db-error';
import { findAnyConnection } from '@/db/queries/connections';
import { log } from '@/lib/log';
import { inTurn } from '../../in-turn';
import { type OneCSettings, oneCSettings } from '../settings';
import { bookkeep } from './bookkeep';
import { noteRefusal, noteReply } from './note-step';
import { answerIn, type DoorAnswer } from './reply-text';
import { loadSession, saveSession } from './session';
import { beginSession, checkPassword } from './sign-in';
import { handlerOf, isKnownType } from './steps';
import { type DoorCall, type Note, Refused, type Reply, refuse, type Visit } from './visit';
import { sentence } from './words';
import { dropPart } from './work-folder';

/** The connection that is called, if it is one of ours. */
async function visitOf(call: DoorCall): Promise<Visit> {
  const connection = await call.db.read((tx) => findAnyConnection(tx, call.connectionId));
  const settings = oneCSettings.safeParse(JSON.parse(connection?.settings ?? '{}'));
  if (connection?.kind !== '1c' || connection.deletedAt !== null || !settings.success)
    throw new Refused({ code: 'onec_no_connection' }, false);
  return { ...call, connection, settings: settings.data };
}

/** Writes what a step came to: the session, what the step itself has to write, the journal. All of it, or nothing. */
async function conclude(visit: Visit, started: number, reply: Reply): Promise<Reply> {
  const at = visit.now();
  await bookkeep(visit.db, async (tx) => {
    if (reply.session) await saveSession(tx, visit.connection.id, reply.session, at.getTime());
    await reply.commit?.(tx);
    await noteReply(tx, { visit, at, durationMs: Math.round(performance.now() - started) }, reply);
  });
  return reply;
}

async function takeStep(visit: Visit, started: number): Promise<Reply> {
  const { connection, type, mode } = visit;
  if (connection.state !== 'active') throw new Refused({ code: 'onec_paused' }, false);
  // 1C asks for one thing at a time; two of them may not.
  const turn = `1c ${connection.id}`;
  if (mode === 'checkauth' && isKnownType(type)) {
    await checkPassword(visit);
    return inTurn(turn, async () => conclude(visit, started, await beginSession(visit)));
  }
  const session = await loadSession(visit.db, visit);
  const handler = handlerOf(type, mode);
  if (!handler) return refuse('onec_unknown_command');
  // Bytes come in beside the turn: a caller that falls silent keeps nobody waiting.
  const part = await handler.receive?.(visit, session);
  try {
    return await inTurn(turn, async () => {
      const step = { ...visit, session: await loadSession(visit.db, visit), part };
      const reply = await handler.run(step);
      return conclude(visit, started, { ...reply, session: reply.session ?? step.session });
    });
  } finally {
    if (part) await dropPart(part);
  }
}

/** What went wrong, in a sentence; what nobody expected is logged. */
function noteOf(error: unknown, requestId: string): Note {
  if (error instanceof Refused) return error.note;
  if (isDbError(error) && error.kind !== 'unique') return { code: 'onec_busy' };
  log().error({ err: error, requestId }, 'a step of 1C failed');
  return { code: 'onec_internal', values: { requestId } };
}

async function refusal(visit: Visit, started: number, error: unknown): Promise<Note> {
  const note = noteOf(error, visit.requestId);
  if (error instanceof Refused && !error.noted) return note;
  const gone = { visit, at: visit.now(), durationMs: Math.round(performance.now() - started) };
  await bookkeep(visit.db, (tx) => noteRefusal(tx, gone, note)).catch((reason: unknown) =>
    log().error({ err: reason, requestId: visit.requestId }, 'a refusal of 1C could not be noted'),
  );
  return note;
}

/** Answers one step of an exchange that 1C drives. Never throws: 1C is told what went wrong as `failure` and a sentence in Russian. */
export async function answerOneC(call: DoorCall): Promise<DoorAnswer> {
  const started = performance.now();
  let visit: Visit | undefined;
  const encoding = (): OneCSettings['encoding'] => visit?.settings.encoding ?? 'windows-1251';
  try {
    visit = await visitOf(call);
    const { answer } = await takeStep(visit, started);
    return answerIn(encoding(), answer);
  } catch (error) {
    const note = visit ? await refusal(visit, started, error) : noteOf(error, call.requestId);
    return answerIn(encoding(), ['failure', sentence(note)]);
  }
}
