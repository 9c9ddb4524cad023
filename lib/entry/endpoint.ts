import { z } from 'zod';
import type { Tx } from '@/db/engines/engine';
import type { Ctx } from '@/lib/domain/context';
import { idField } from '@/lib/domain/fields';
import type { Permission } from '@/lib/domain/permissions';
import type { Locale } from '@/lib/i18n/locale';
import type { BodySource } from './body';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What the door knows of a call beside its input. */
export interface Caller {
  locale: Locale;
  /** The organisation's zone, in which the API shows times. */
  timeZone: string;
  address: string;
  userAgent: string;
  /** What the call carries under a lower-case name. */
  header: (name: string) => string | undefined;
  /** Tells when the caller goes away. */
  gone: () => AbortSignal;
  /** The version an `If-Match` names; -1 when it names none that could exist. */
  ifMatch: number | undefined;
}

/** A body that the endpoint itself reads, as it comes. */
export interface Upload {
  /** Media type with its parameters; empty when the caller gave none. */
  contentType: string;
  body: Pick<BodySource, 'chunks' | 'read'>;
}

/** A call as an endpoint gets it. */
export interface Call<B, Q> extends Caller {
  /** Of an endpoint that takes one; empty for any other. */
  upload: Upload;
  /** The id in the path; 0 where the path has none. */
  id: number;
  body: B;
  query: Q;
}

/** What an endpoint answers: JSON by its output schema, a file, or a file that is sent while it is made. */
export type Answer =
  | { json: unknown; headers?: Record<string, string> }
  | { file: string | Uint8Array; headers: Record<string, string> }
  | { stream: AsyncIterable<Uint8Array>; headers: Record<string, string> };

/** A call before its input is checked; the two checks run in the order the contract wants. */
export interface RawCall extends Caller {
  id: number;
  upload: Upload;
  /** The body by a schema. */
  parseBody: <S extends z.ZodType>(schema: S) => z.output<S>;
  parseQuery: <S extends z.ZodType>(schema: S) => z.output<S>;
}

export interface PreparedCall {
  /** The checked input, for telling one body from another under the same idempotency key. */
  fingerprint: string;
  /** Runs the verb. `remember` gets the answer inside the verb's own transaction. */
  run: (ctx: Ctx, remember?: (tx: Tx, answer: Answer) => Promise<void>) => Promise<Answer>;
}

export interface Endpoint {
  methods: readonly Method[];
  /** With slashes at both ends; `:id` is a record's number. */
  path: string;
  summary: string;
  tag: string;
  /** The right a caller needs; absent where the endpoint has its own way in. */
  permission?: Permission;
  /** Takes `Idempotency-Key`. */
  writes: boolean;
  /** Takes `If-Match`, or answers with `ETag`. */
  versioned: boolean;
  /** Media types of a file that is the body: it is not read at the door, and the endpoint holds it to a limit of its own. */
  uploads: readonly string[];
  body: z.ZodType;
  query: z.ZodType;
  output: z.ZodType | { contentTypes: readonly string[] };
  prepare: (call: RawCall) => PreparedCall;
}

interface Definition<B extends z.ZodType, Q extends z.ZodType, R> {
  methods: readonly Method[];
  path: string;
  summary: string;
  tag: string;
  permission?: Permission;
  writes?: boolean;
  versioned?: boolean;
  uploads?: readonly string[];
  body?: B;
  query?: Q;
  output: z.ZodType | { contentTypes: readonly string[] };
  /** Calls one verb. */
  run: (ctx: Ctx, call: Call<z.output<B>, z.output<Q>>) => Promise<R>;
  /** Pure: also runs inside the verb's transaction, for the idempotency row. */
  answer: (result: R, call: Call<z.output<B>, z.output<Q>>) => Answer | Promise<Answer>;
}

const nothing = z.object({});

/** One line of the API: what comes in, which verb runs, what goes out – through the output schema, so that a new column cannot leak. */
export function endpoint<R, B extends z.ZodType = typeof nothing, Q extends z.ZodType = typeof nothing>(
  definition: Definition<B, Q, R>,
): Endpoint {
  const { run, answer, body = nothing, query = nothing, output, writes = false, versioned = false, uploads = [], ...rest } = definition;
  async function answerOf(result: R, call: Call<z.output<B>, z.output<Q>>): Promise<Answer> {
    const given = await answer(result, call);
    return 'json' in given && output instanceof z.ZodType ? { ...given, json: output.parse(given.json) } : given;
  }
  return {
    ...rest,
    writes,
    versioned,
    uploads,
    body,
    query,
    output,
    prepare: ({ parseBody, parseQuery, ...caller }) => {
      const call = { ...caller, query: parseQuery(query as Q), body: parseBody(body as B) };
      return {
        fingerprint: JSON.stringify([call.query, call.body]),
        run: async (ctx, remember) => {
          let remembered: Answer | undefined;
          const beforeCommit: Ctx['beforeCommit'] =
            remember &&
            (async (tx, result) => {
              remembered = await answerOf(result as R, call);
              await remember(tx, remembered);
            });
          const result = await run(beforeCommit ? { ...ctx, beforeCommit } : ctx, call);
          return remembered ?? answerOf(result, call);
        },
      };
    },
  };
}

/** What most writing calls answer. */
export const done = z.object({ success: z.literal(true) });
export const doneWithId = z.object({ success: z.literal(true), id: idField });
