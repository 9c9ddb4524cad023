import type { Problem } from '@/lib/domain/connections/schema';
import type { ExchangeNote, ExchangeOutcome } from '@/lib/domain/deliveries/schema';

/** A request to another system. */
export interface PeerRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** ms for all of it, from the first look-up to the last byte; 15 000 when left out. */
  timeoutMs?: number;
  /** Bytes of the answer that are of interest, unpacked: the rest is not read. When left out, an answer above 8 MB is unreadable. */
  answerBytes?: number;
  /** How the request is called in the journal, in place of an address that is itself a secret. */
  subject?: string;
  /** The answer is a secret itself: the journal tells that there was one. */
  secretAnswer?: boolean;
  /** What the journal says of an answer that its status tells too little of; undefined leaves it to the status. */
  tell?: (answer: PeerAnswer) => Told | undefined;
}

/** An answer in the words of the journal. */
export interface Told {
  outcome: ExchangeOutcome;
  note: ExchangeNote;
}

export interface PeerAnswer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Unpacked; at most 8 MB. */
  body: Buffer;
}

/** The one way to the network that a provider has. Throws `PeerError` when there is no answer; any status is an answer. */
export interface PeerHttp {
  send(request: PeerRequest): Promise<PeerAnswer>;
}

/** There was no answer, or none that can be read. A provider may let it through: the outbox makes an attempt that failed of it. */
export class PeerError extends Error {
  readonly peer = true;
  constructor(
    readonly problem: Problem,
    /** ms that the other side, or our own pace, asks to wait. */
    readonly afterMs?: number,
  ) {
    super(problem.code);
    this.name = 'PeerError';
  }
}

/** By its mark, since several module instances may hold the class. */
export function isPeerError(error: unknown): error is PeerError {
  return error instanceof Error && 'peer' in error && error.peer === true;
}
