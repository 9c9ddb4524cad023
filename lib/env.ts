import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultDatabaseUrl } from '@/db/dialect/name';

const seconds = (fallback: number) => z.string().regex(/^\d+$/).transform(Number).default(fallback);

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const settings = z.object({
  /** `file:./data/app.db` or `postgres://user@host/name`. */
  DATABASE_URL: z.string().default(defaultDatabaseUrl),
  /** Generated secret, attachments, backups. */
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path)),
  /** At least 32 characters; generated and kept in DATA_DIR when absent. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** The address people open; cookies are `Secure` when it is https. */
  APP_URL: z.url().optional(),
  PORT: z.string().regex(/^\d+$/).transform(Number).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Whether `X-Forwarded-For` of a proxy in front tells the visitor's address. */
  TRUST_PROXY: flag,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ACCESS_TOKEN_SECONDS: seconds(15 * 60),
  REFRESH_TOKEN_SECONDS: seconds(14 * 24 * 3600),
  SESSION_SECONDS: seconds(30 * 24 * 3600),
  /** Megabytes of one attached file. */
  FILE_LIMIT_MB: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .default(10),
  /** Megabytes of a file that records are taken in from. */
  IMPORT_LIMIT_MB: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .default(100),
  /** At least 32 characters each, joined by commas: the first seals the secrets of connections, the others open older ones. */
  SECRETS_KEYS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((key) => key.trim() || []))
    .pipe(z.array(z.string().min(32))),
  /** Hosts and networks (`erp.local`, `192.168.1.0/24`) that connections may reach though they are not public, also by http. */
  EXCHANGE_ALLOW: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((entry) => entry.trim().toLowerCase() || [])),
  /** Whether the server itself works off what connections are to be told; `0` when `npm run worker` does. */
  EXCHANGE_WORKER: flag.default(true),
  /** Bytes of an ordinary request body. */
  BODY_LIMIT_BYTES: seconds(1024 * 1024),
});

export type Env = z.output<typeof settings>;

let parsed: Env | undefined;

/** The settings of this process, read once. Throws one sentence naming every bad setting. */
export function env(): Env {
  if (parsed) return parsed;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const bad = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Bad settings in the environment – ${bad}`);
  }
  parsed = result.data;
  return parsed;
}

/** The address people open, without a slash at the end. */
export function appUrl(): string {
  const { APP_URL, PORT } = env();
  return (APP_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
}
