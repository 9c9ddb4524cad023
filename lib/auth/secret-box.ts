import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../env';
import { authSecret } from './secret';

/** Bytes of a nonce and of a tag of AES-256-GCM (NIST SP 800-38D). */
const nonceBytes = 12;
const tagBytes = 16;

interface Key {
  /** Tells with which key a value was sealed; of the key nothing can be told from it. */
  id: string;
  key: Buffer;
}

function keyOf(secret: string): Key {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'secrets of connections', 32));
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
}

let known: Key[] | undefined;

/** The first one seals; the others only open what was sealed before the change. */
function keys(): Key[] {
  known ??= [...env().SECRETS_KEYS, authSecret()].map(keyOf);
  return known;
}

/**
 * Seals a secret for the database: `<key id>.<base64url of nonce, text, tag>`, AES-256-GCM. `place` (whose it is, and its
 * name) is bound to it, so that a sealed value moved to another row does not open.
 */
export function sealSecret(plain: string, place: string): string {
  const [first] = keys();
  if (!first) throw new Error('There is no key to seal a secret with');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${first.id}.${sealed.toString('base64url')}`;
}

/** The secret of a sealed value; undefined when its key is unknown, or when it was tampered with or moved. */
export function openSecret(sealed: string, place: string): string | undefined {
  const [id = '', text = ''] = sealed.split('.');
  const found = keys().find((key) => key.id === id);
  const bytes = Buffer.from(text, 'base64url');
  if (!found || bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** What may be shown of a secret. */
export function maskSecret(plain: string): string {
  return plain.length >= 12 ? `••••${plain.slice(-4)}` : '••••';
}
