import { createHmac, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { env } from '@/lib/env';
import { authSecret } from './secret';

export type TokenType = 'access' | 'refresh';

const issuer = 'order-client-accounting';
const audience = 'api';

let key: Uint8Array | undefined;

/** Of its own, so that a browser's session cookie can never be taken for an API token. */
function tokenKey(): Uint8Array {
  key ??= createHmac('sha256', authSecret()).update('api-tokens').digest();
  return key;
}

interface TokenClaims {
  userId: number;
  sessionId: string;
}

/** A signed token (HS256) of a session; lifetimes come from the settings. */
export function issueToken(type: TokenType, { userId, sessionId }: TokenClaims, now: Date): Promise<string> {
  const issued = Math.floor(now.getTime() / 1000);
  const lifetime = type === 'access' ? env().ACCESS_TOKEN_SECONDS : env().REFRESH_TOKEN_SECONDS;
  return new SignJWT({ user_id: userId, token_type: type, sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(String(userId))
    .setJti(randomUUID())
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetime)
    .setIssuer(issuer)
    .setAudience(audience)
    .sign(tokenKey());
}

/** The session a token of this type belongs to; undefined for any token that is not good, whatever the reason. */
export async function sessionOfToken(token: string, type: TokenType, now: Date): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, tokenKey(), {
      algorithms: ['HS256'],
      issuer,
      audience,
      currentDate: now,
      requiredClaims: ['exp', 'sub', 'jti'],
    });
    return payload.token_type === type && typeof payload.sid === 'string' ? payload.sid : undefined;
  } catch {
    return undefined;
  }
}
