import { z } from 'zod';
import type { PeerAnswer } from '../http/peer-http';

const answerShape = z.union([z.object({ error: z.array(z.unknown()) }), z.object({ result: z.unknown() })]);

/** Letters of its error messages that are kept. */
const longestMessage = 300;

/** Its words inside an error: nested lists of texts. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(wordsOf).filter(Boolean).join(' ') : '';
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What a call came to: errors come inside an answer 200. */
export interface TrytonError {
  /** `UserError`, `ConcurrencyException`, … */
  kind: string;
  message: string;
}

/** The answer of a call; undefined when it is none. */
export function readAnswer({ body }: PeerAnswer): { error: TrytonError } | { result: unknown } | undefined {
  const parsed = answerShape.safeParse(readJson(body));
  if (!parsed.success) return undefined;
  if ('result' in parsed.data) return parsed.data;
  const [kind, details] = parsed.data.error;
  return { error: { kind: wordsOf(kind), message: wordsOf(details).trim().slice(0, longestMessage) } };
}

/** The error inside an answer, if there is one. */
export function errorOf(answer: PeerAnswer): TrytonError | undefined {
  const read = readAnswer(answer);
  return read && 'error' in read ? read.error : undefined;
}
