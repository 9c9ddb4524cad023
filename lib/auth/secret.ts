import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';

let secret: string | undefined;

function readOrMake(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    mkdirSync(env().DATA_DIR, { recursive: true });
    try {
      // `wx`: of two processes starting at once one writes, the other reads.
      writeFileSync(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    return readFileSync(path, 'utf8').trim();
  }
}

/** `AUTH_SECRET`, or one generated once and kept in `DATA_DIR/auth-secret` with mode 600. */
export function authSecret(): string {
  secret ??= env().AUTH_SECRET ?? readOrMake(join(env().DATA_DIR, 'auth-secret'));
  return secret;
}
