/** A request and an answer as both doors know them; no framework's types. */
export interface ApiRequest {
  method: string;
  /** Path and query as they came. */
  url: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array> | null;
  /** The visitor's network address. */
  address: string;
  /** A signal of the visitor's going away before the answer is complete; left out where that cannot be known. */
  gone?: () => AbortSignal;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  /** A stream is sent as it comes; whoever goes away ends it. */
  body: string | Uint8Array | AsyncIterable<Uint8Array>;
}
