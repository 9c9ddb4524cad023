import { z } from 'zod';
import { line } from '../fields';

/** Systems that records are exchanged with. */
export const connectionKinds = ['webhook', '1c', 'tryton'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** `paused` by a person or because the other side refused our rights: what is to be told waits. `disabled` after days of failures. */
export const connectionStates = ['active', 'paused', 'disabled'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** What a connection can be told of: entity and event. */
export const topics = [
  'order.created',
  'order.updated',
  'order.status_changed',
  'order.payment_changed',
  'order.deleted',
  'order.restored',
  'client.created',
  'client.updated',
  'client.deleted',
  'client.restored',
  'product.created',
  'product.updated',
  'product.deleted',
  'product.restored',
] as const;
export type Topic = (typeof topics)[number];

/** Who decides when a field was changed on both sides. */
export const policies = ['newest', 'ours', 'theirs', 'ask'] as const;
export type Policy = (typeof policies)[number];

export const connectionName = line(80, 1);
export const connectionTopics = z.array(z.enum(topics));

/** Why something did not work, as a code that `messages/*.json` (`exchange.problems`) words. */
export interface Problem {
  code: ProblemCode;
  values?: Record<string, string | number>;
}

export const problemCodes = [
  /** No answer: the name is unknown, nobody listens, the connection broke, time ran out. */
  'unreachable',
  'timeout',
  /** The address leads into a private network that nobody has allowed. */
  'forbidden_address',
  'tls',
  /** An answer that says: not now. */
  'busy',
  'server_error',
  /** An answer that says: never. */
  'rejected',
  /** The same, and it has said why: `message`. */
  'rejected_because',
  'redirected',
  'gone',
  'unauthorized',
  'unpaid',
  'not_found_there',
  'changed_there',
  'unreadable_answer',
  /** The secret cannot be opened with any key at hand. */
  'secret_lost',
  'failing_for_days',
  /** A status, user or product over there that nobody has mapped. */
  'unmapped',
  /** The record here cannot be written: a rule of ours; `rule` is the code. */
  'refused_here',
  /** It may be a record that is there already: a person has to tell. */
  'looks_alike',
  'unexpected',
  /** A step that the other side took here was refused; `answer` is what it was told. */
  'step_refused',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
