import type { Engine, Tx } from '@/db/engines/engine';
import type { ConnectionRow } from '@/db/queries/connections';
import type { OneCSettings } from '../settings';
import type { Session } from './session';
import type { Part } from './work-folder';

/** A request of 1C, as it came. */
export interface DoorCall {
  db: Engine;
  now: () => Date;
  requestId: string;
  connectionId: number;
  type: string;
  mode: string;
  filename: string;
  /** The version of CommerceML asked for; empty in the old flow. */
  version: string;
  /** Empty when it was not sent. */
  sessid: string;
  authorization: string;
  cookie: string;
  address: string;
  /** The bytes of a file part; empty for any other step. */
  body: AsyncIterable<Uint8Array>;
}

/** A call whose connection is known and may be used. */
export interface Visit extends DoorCall {
  connection: ConnectionRow;
  settings: OneCSettings;
}

/** A step of somebody who has signed in. */
export interface Step extends Visit {
  session: Session;
  /** Of a step that takes one. */
  part?: Part;
}

/** What happened, as `exchange.notes` words it. */
export interface Note {
  code: string;
  values?: Record<string, string | number>;
}

/** What a step answers, and what the journal says of it. */
export interface Reply {
  /** Lines of text, or a whole XML document in the encoding of the connection. */
  answer: readonly string[] | Uint8Array;
  note: Note;
  /** What the journal shows in place of an answer that is long. */
  brief?: string;
  /** What the journal shows of the request. */
  request?: string;
  /** The session as it is from now on. */
  session?: Session;
  /** Written together with the session and the journal, or not at all. */
  commit?: (tx: Tx) => Promise<void>;
}

/** A step that is answered with `failure` and a sentence. */
export class Refused extends Error {
  constructor(
    readonly note: Note,
    /** Whether the journal of the connection tells of it: not of what anybody could send. */
    readonly noted = true,
  ) {
    super(note.code);
    this.name = 'Refused';
  }
}

/** Throws {@link Refused} with a code of `exchange.notes`. */
export function refuse(code: string, values?: Note['values']): never {
  throw new Refused({ code, values });
}
