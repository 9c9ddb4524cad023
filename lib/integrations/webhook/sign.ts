import { createHmac } from 'node:crypto';

/** What a receiver checks, by Standard Webhooks 1.0: the same id over all attempts, and the time of this one. */
export interface Signed {
  id: string;
  /** Unix seconds. */
  timestamp: number;
  body: string;
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** The header `webhook-signature`: one signature by each secret, so that a receiver may know the new one or still the old one. */
export function signatureHeader(secrets: readonly string[], { id, timestamp, body }: Signed): string {
  const signed = `${id}.${timestamp}.${body}`;
  return secrets.map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`).join(' ');
}

/** The secrets that sign at that time: the one there is, and the one before it as long as it is good. */
export function signingSecrets({ secret, previous, previousUntil }: Readonly<Record<string, string>>, now: Date): string[] {
  const old = previous && Number(previousUntil) > now.getTime() ? [previous] : [];
  return secret ? [secret, ...old] : [];
}

/** All three headers of a message. */
export function signedHeaders(secrets: readonly string[], message: Signed): Record<string, string> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatureHeader(secrets, message),
  };
}
