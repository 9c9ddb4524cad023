import { randomBytes } from 'node:crypto';
import { hashPassword } from '@/lib/auth/password';
import { maskSecret, openSecret, sealSecret } from '@/lib/auth/secret-box';
import { fieldError } from '../errors';

/** `given` by whoever sets the connection up, `made` here and shown once, or a `password` of ours that is kept as its hash. */
export type SecretOrigin = 'given' | 'made' | 'password';

/** A secret as a form or the command line brings it. */
export interface SecretInput {
  name: string;
  origin: SecretOrigin;
  /** Not for `made` ones. */
  value?: string;
}

/** Name to stored secret, as `connections.secrets` has them. */
export type StoredSecrets = Record<string, string>;

/** How long the other side may still check by the secret before: ms. */
export const previousSecretMs = 24 * 3600 * 1000;

/** Bytes of a made secret: Standard Webhooks asks for 24 to 64. */
const madeBytes = 32;

/** A new secret in the form of Standard Webhooks. */
function makeSecret(): string {
  return `whsec_${randomBytes(madeBytes).toString('base64')}`;
}

/** What a sealed secret is bound to: whose it is, and its name. */
export function secretPlace(uid: string, name: string): string {
  return `${uid}:${name}`;
}

/** Secrets ready to be stored. */
export interface ReadySecrets {
  /** For the connection's uid. */
  stored: (uid: string) => StoredSecrets;
  /** Name to made secret, to be shown once. */
  made: Record<string, string>;
}

/**
 * Makes, hashes and seals. Passwords are hashed here and not in a transaction, since that takes its time.
 * Throws `validation` for a secret without its value.
 */
export async function readySecrets(inputs: readonly SecretInput[]): Promise<ReadySecrets> {
  const made: Record<string, string> = {};
  const given: Record<string, string> = {};
  const hashed: StoredSecrets = {};
  for (const { name, origin, value } of inputs) {
    if (origin === 'made') made[name] = makeSecret();
    else if (!value) throw fieldError(name, 'required');
    else if (origin === 'given') given[name] = value;
    else hashed[name] = await hashPassword(value);
  }
  const stored = (uid: string) => {
    const sealed = Object.entries({ ...given, ...made }).map(([name, text]) => [name, sealSecret(text, secretPlace(uid, name))]);
    return { ...hashed, ...Object.fromEntries(sealed) };
  };
  return { stored, made };
}

/**
 * The secrets after one made secret was replaced: the one before stays as `previous` until `previousUntil` (UTC epoch ms as
 * text). All three are sealed, each in its own place, so that whoever opens secrets opens them alike.
 */
export function rotated(before: StoredSecrets, uid: string, name: string, fresh: StoredSecrets, now: Date): StoredSecrets {
  const old = openSecret(before[name] ?? '', secretPlace(uid, name));
  const until = String(now.getTime() + previousSecretMs);
  const kept: StoredSecrets =
    old === undefined
      ? {}
      : {
          previous: sealSecret(old, secretPlace(uid, 'previous')),
          previousUntil: sealSecret(until, secretPlace(uid, 'previousUntil')),
        };
  return { ...before, ...kept, ...fresh };
}

/** What may be shown of stored secrets: the last characters of sealed ones, of a hash nothing. */
export function maskedSecrets(stored: StoredSecrets, uid: string): Record<string, string> {
  const shown = Object.entries(stored).filter(([name]) => !name.startsWith('previous'));
  return Object.fromEntries(shown.map(([name, value]) => [name, maskSecret(openSecret(value, secretPlace(uid, name)) ?? '')]));
}
