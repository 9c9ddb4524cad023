import type { Allowed } from './addresses';
import type { PeerAnswer, PeerRequest } from './peer-http';

/** Sends requests to public addresses, and to private ones that are allowed by name. */
export interface GuardedHttp {
  send(request: PeerRequest, signal: AbortSignal): Promise<PeerAnswer>;
  close(): Promise<void>;
}
