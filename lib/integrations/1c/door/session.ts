import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'cookie';
import type { Engine, Tx } from '@/db/engines/engine';
import { findExchangeSession, replaceExchangeSession, updateExchangeSession } from '@/db/queries/exchange-sessions';
import { Refused, type Visit } from './visit';

/** By this name the cookie goes; 1C repeats whatever name it is given. */
export const cookieName = 'exchange_session';

/** A session lives so long after its last step, ms: 1C may think for an hour between two. */
const lifetime = 4 * 3600 * 1000;

/** An order as it was given to 1C, which has not yet confirmed it. */
export interface SentOrderMark {
  orderId: number;
  version: number;
  /** Of the document. */
  sha256: string;
}

/** How far a session has come. */
interface SessionState {
  /** What 1C asked for at `init`; empty in the old flow. */
  version: string;
  sent: SentOrderMark[];
  /** Name to bytes that have come whole. */
  files: Record<string, number>;
  /** Name to the run that reads the file. */
  runs: Record<string, number>;
}

export interface Session {
  tokenHash: string;
  state: SessionState;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The second proof that newer versions of 1C send beside the cookie; it follows from the cookie and is kept nowhere. */
export function sessidOf(token: string): string {
  return hashOf(`sessid ${token}`).slice(0, 32);
}

/** A fresh session and its cookie. */
export function newSession(): { token: string; session: Session } {
  const token = randomBytes(24).toString('hex');
  return { token, session: { tokenHash: hashOf(token), state: { version: '', sent: [], files: {}, runs: {} } } };
}

/** Step: opens a session; the one before ends. */
export async function openSession(tx: Tx, connectionId: number, { tokenHash, state }: Session, now: number): Promise<void> {
  const times = { createdAt: now, expiresAt: now + lifetime };
  await replaceExchangeSession(tx, { connectionId, tokenHash, state: JSON.stringify(state), ...times });
}

/** The token of a cookie header; empty without one. */
export function tokenOf(cookie: string): string {
  return parse(cookie)[cookieName] ?? '';
}

/** Whoever may go on is whoever has the cookie of the newest session. Throws {@link Refused}. */
export async function loadSession(db: Engine, { connectionId, cookie, sessid, now }: Visit): Promise<Session> {
  const token = tokenOf(cookie);
  const row = await db.read((tx) => findExchangeSession(tx, connectionId, now().getTime()));
  const fits = row?.tokenHash === hashOf(token) && (sessid === '' || sessid === sessidOf(token));
  if (!row || !fits) throw new Refused({ code: 'onec_no_session' }, false);
  return { tokenHash: row.tokenHash, state: JSON.parse(row.state) as SessionState };
}

/** Step: notes how far a session has come. Throws {@link Refused} when another has begun meanwhile. */
export async function saveSession(tx: Tx, connectionId: number, { tokenHash, state }: Session, now: number): Promise<void> {
  const row = { connectionId, tokenHash, state: JSON.stringify(state), expiresAt: now + lifetime };
  if (!(await updateExchangeSession(tx, row))) throw new Refused({ code: 'onec_no_session' }, false);
}

/** A session with something of its state changed. */
export function changed({ tokenHash, state }: Session, values: Partial<SessionState>): Session {
  return { tokenHash, state: { ...state, ...values } };
}
