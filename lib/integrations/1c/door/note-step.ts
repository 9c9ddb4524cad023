import type { Tx } from '@/db/engines/engine';
import { type ConnectionStateRow, updateConnectionState } from '@/db/queries/connections';
import { insertExchange } from '@/db/queries/exchanges';
import type { Problem } from '@/lib/domain/connections/schema';
import { exchangeRow } from '../../http/note-exchange';
import { tokenOf } from './session';
import type { Note, Reply, Visit } from './visit';
import { sentence } from './words';

/** A step as it went. */
interface Gone {
  visit: Visit;
  /** When it began, UTC. */
  at: Date;
  durationMs: number;
}

/** The step in the words of 1C, without what proves who it is. */
function subjectOf({ type, mode, filename, version }: Visit): string {
  const asked = { type, mode, ...(filename && { filename }), ...(version && { version }) };
  return Object.entries(asked)
    .map(([name, value]) => `${name}=${value.slice(0, 200).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD')}`)
    .join('&');
}

async function write(
  tx: Tx,
  { visit, at, durationMs }: Gone,
  { outcome, note, answer, state }: { outcome: 'ok' | 'refused'; note: Note; answer: string; state: Partial<ConnectionStateRow> },
): Promise<void> {
  const { connection, cookie, requestId, address } = visit;
  const told = { at, durationMs, direction: 'in', subject: subjectOf(visit), status: 200, outcome, note, answer } as const;
  const request = `${address}\nx-request-id: ${requestId}`;
  await insertExchange(tx, exchangeRow({ row: connection, secrets: {} }, { ...told, request }, [tokenOf(cookie)].filter(Boolean)));
  await updateConnectionState(tx, connection.id, state);
}

/** Step: the journal tells of a step that went well. */
export async function noteReply(tx: Tx, gone: Gone, { answer, brief, note }: Reply): Promise<void> {
  const at = gone.at.getTime();
  const text = brief ?? (answer instanceof Uint8Array ? '' : answer.join('\n'));
  await write(tx, gone, {
    outcome: 'ok',
    note,
    answer: text,
    state: { lastContactAt: at, lastOkAt: at, lastProblem: null, lastProblemAt: null },
  });
}

/** Step: the journal tells of a step that was refused. */
export async function noteRefusal(tx: Tx, gone: Gone, note: Note): Promise<void> {
  const problem: Problem = { code: 'step_refused', values: { answer: sentence(note) } };
  const state = { lastContactAt: gone.at.getTime(), lastProblem: JSON.stringify(problem), lastProblemAt: gone.at.getTime() };
  await write(tx, gone, { outcome: 'refused', note, answer: `failure\n${sentence(note)}`, state });
}
