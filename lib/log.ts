import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/** Structured log on standard error; never carries a password, a token or a cookie. */
export function log(): pino.Logger {
  logger ??= pino(
    { level: env().LOG_LEVEL, redact: ['*.password', '*.authorization', '*.cookie', '*.access', '*.refresh'] },
    pino.destination(2),
  );
  return logger;
}
