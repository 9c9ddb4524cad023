import { z } from 'zod';
import { isDbError } from '@/db/engines/db-error';
import { hasUsers } from '@/lib/domain/users/list-users';
import { type Endpoint, endpoint } from '@/lib/entry/endpoint';
import { DoorError } from '@/lib/entry/errors';
import { log } from '@/lib/log';
import { docsPage } from './docs-page';
import { openApiDocument } from './openapi';

/** How long the database may take to answer before it counts as not ready, ms. */
const patience = 2000;

/** A word for an administrator that names no address. */
function reasonOf(error: unknown): string {
  return isDbError(error) ? error.constraint || error.kind : 'timeout';
}

async function askDatabase(ask: () => Promise<unknown>): Promise<void> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('timeout')), patience).unref());
  try {
    await Promise.race([ask(), late]);
  } catch (error) {
    log().error({ err: error }, 'database not ready');
    throw new DoorError('unavailable', { reason: reasonOf(error) }, { 'retry-after': '5' });
  }
}

/** Health, and the API's description of itself: of all endpoints, these included. */
export function serviceEndpoints(all: () => readonly Endpoint[]): Endpoint[] {
  return [
    endpoint({
      methods: ['GET'],
      path: '/api/health/',
      summary: 'Whether the program lives and its database answers; 503 with the reason when not',
      tag: 'service',
      output: z.object({ status: z.literal('ok'), database: z.string() }),
      run: async (ctx) => {
        await askDatabase(() => hasUsers(ctx.db));
        return ctx.db.dialect;
      },
      answer: (database) => ({ json: { status: 'ok', database } }),
    }),
    endpoint({
      methods: ['GET'],
      path: '/api/openapi.json/',
      summary: 'This description, made from the schemas that check the calls',
      tag: 'service',
      output: { contentTypes: ['application/json'] },
      run: async () => JSON.stringify(openApiDocument(all())),
      answer: (document) => ({ file: document, headers: { 'content-type': 'application/json; charset=utf-8' } }),
    }),
    endpoint({
      methods: ['GET'],
      path: '/api/docs/',
      summary: 'The same for reading',
      tag: 'service',
      output: { contentTypes: ['text/html'] },
      run: async () => docsPage(openApiDocument(all())),
      answer: (html) => ({
        file: html,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        },
      }),
    }),
  ];
}
