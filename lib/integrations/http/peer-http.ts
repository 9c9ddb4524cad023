/** A request to another system. */
export interface PeerRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** ms; 15 000 when left out. */
  timeoutMs?: number;
  /** How the request is called in the journal, in place of an address that is itself a secret. */
  subject?: string;
}

export interface PeerAnswer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** At most 8 MB. */
  body: Buffer;
}

/** The one way to the network that a provider has. Throws `PeerError` when there is no answer; any status is an answer. */
export interface PeerHttp {
  send(request: PeerRequest): Promise<PeerAnswer>;
}
