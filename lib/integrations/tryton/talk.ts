import { createHash } from 'node:crypto';
import { z } from 'zod';
import { outcomeOf } from '../http/outcome-of';
import type { PeerAnswer } from '../http/peer-http';
import type { Work } from '../provider';
import { ChangedThere, Fault } from '../sync/peer';
import { readAnswer, type TrytonError } from './answer';
import { tellCall } from './tell';
import type { TrytonSettings } from './types';

/** A value as JSON-RPC has it. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

/** Asks Tryton, signed in. */
export interface Talk {
  /** Calls a method of a model, in the user's own context with `context` laid over it. */
  call: (method: string, params: readonly Value[], context?: Record<string, Value>) => Promise<unknown>;
  /** What does not change while a session lasts is read once in it. */
  once: <T>(name: string, read: () => Promise<T>) => Promise<T>;
  /** What the user is: his company, his language. */
  context: Record<string, Value>;
  /** How much its clock is ahead of ours, ms. */
  skewMs: number;
}

interface Session {
  authorization: string;
  context: Record<string, Value>;
  /** What was read once. */
  known: Map<string, unknown>;
}

/** By who signs in where: signing in takes a second, so a session is kept until it is refused. */
const sessions = new Map<string, Session>();

function sessionKey({ row, settings: { address, database, login }, secrets }: Work<TrytonSettings>['connection']): string {
  return createHash('sha256')
    .update(JSON.stringify([row.uid, address, database, login, secrets.password ?? '']))
    .digest('hex');
}

/** How it says that the user has not the rights. */
const noRights = /not allowed to (access|read|write|create|delete|modify)|не разреш|недостаточно прав/i;

/** Errors come inside an answer 200. What is no rule of the program is a failure of the server, tried again. */
function refusal({ kind, message }: TrytonError): Error {
  switch (kind) {
    case 'ConcurrencyException':
      return new ChangedThere();
    case 'UserError':
    case 'UserWarning':
      return noRights.test(message)
        ? new Fault('pause', { code: 'unauthorized', values: { status: 200, message } })
        : new Fault('dead', { code: 'rejected_because', values: { message } });
    case 'LoginException':
      return new Fault('pause', { code: 'unauthorized', values: { status: 200 } });
    default:
      return new Fault('retry', {
        code: 'server_error',
        values: { status: 200, message: `${kind} ${message}`.trim() },
      });
  }
}

function resultOf(answer: PeerAnswer, now: Date): unknown {
  const outcome = outcomeOf(answer, now);
  if (outcome.kind === 'retry') throw new Fault('retry', outcome.problem, outcome.afterMs);
  if (outcome.kind !== 'done') throw new Fault(outcome.kind, outcome.problem);
  const read = readAnswer(answer);
  if (!read) throw new Fault('retry', { code: 'unreadable_answer' });
  if ('error' in read) throw refusal(read.error);
  return read.result;
}

/** One request; the method is told in the journal beside the address. */
async function send({ http, connection, now }: Work<TrytonSettings>, method: string, params: readonly Value[], session?: Session) {
  const { address, database } = connection.settings;
  return http.send({
    method: 'POST',
    url: `${address}/${database}/`,
    subject: `POST ${address}/${database}/ ${method}`,
    tell: (answer) => tellCall(method, answer),
    headers: { 'content-type': 'application/json', ...(session ? { authorization: session.authorization } : {}) },
    // The key of the session stands in it.
    secretAnswer: method === 'common.db.login',
    body: JSON.stringify({ id: now().getTime() % 1_000_000, method, params }),
  });
}

async function signIn(work: Work<TrytonSettings>): Promise<Session> {
  const { settings, secrets } = work.connection;
  const answer = await send(work, 'common.db.login', [settings.login, { password: secrets.password ?? '' }, 'ru']);
  const result = resultOf(answer, work.now());
  const [user, key] = Array.isArray(result) ? result : [];
  if (typeof user !== 'number' || typeof key !== 'string')
    throw new Fault('pause', { code: 'unauthorized', values: { status: answer.status } });
  const authorization = `Session ${Buffer.from(`${settings.login}:${user}:${key}`).toString('base64')}`;
  const preferences = resultOf(
    await send(work, 'model.res.user.get_preferences', [true, {}], { authorization, context: {}, known: new Map() }),
    work.now(),
  );
  const { company, language } = z.object({ company: z.int().nullish(), language: z.string().nullish() }).parse(preferences);
  const session = { authorization, context: { company: company ?? null, language: language ?? 'en' }, known: new Map() };
  sessions.set(sessionKey(work.connection), session);
  return session;
}

/** Begins to talk; a session that is not valid any more is replaced once. Throws `Fault`, `PeerError`, `ChangedThere`. */
export async function beginTalk(work: Work<TrytonSettings>): Promise<Talk> {
  let session = sessions.get(sessionKey(work.connection)) ?? (await signIn(work));
  const talk: Talk = {
    context: session.context,
    skewMs: 0,
    once: async <T>(name: string, read: () => Promise<T>) => {
      const known = session.known.get(name);
      if (known !== undefined) return known as T;
      const fresh = await read();
      session.known.set(name, fresh);
      return fresh;
    },
    call: async (method, params, context = {}) => {
      const ask = () => send(work, `model.${method}`, [...params, { ...session.context, ...context }], session);
      let answer = await ask();
      if (answer.status === 401) {
        sessions.delete(sessionKey(work.connection));
        session = await signIn(work);
        answer = await ask();
      }
      const clock = Date.parse(answer.headers.date ?? '');
      if (!Number.isNaN(clock)) talk.skewMs = clock - work.now().getTime();
      return resultOf(answer, work.now());
    },
  };
  return talk;
}
