import { z } from 'zod';
import { actorOfSession, signIn } from '@/lib/auth/sessions';
import { issueToken, sessionOfToken } from '@/lib/auth/tokens';
import { DomainError } from '@/lib/domain/errors';
import { refreshInput, signInForm } from '@/lib/domain/users/schema';
import { endpoint } from '@/lib/entry/endpoint';
import { env } from '@/lib/env';

const pair = z.object({ access: z.string(), refresh: z.string() });

export const tokenEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/token/',
    summary: 'Get an access and a refresh token',
    tag: 'tokens',
    body: signInForm,
    output: pair,
    run: async (ctx, { body, address, userAgent }) => {
      const now = ctx.now();
      const lifetime = env().REFRESH_TOKEN_SECONDS * 1000;
      const { user, sessionId } = await signIn(ctx.db, { ...body, door: 'api', address, userAgent, lifetime, now });
      const claims = { userId: user.id, sessionId };
      return { access: await issueToken('access', claims, now), refresh: await issueToken('refresh', claims, now) };
    },
    answer: (tokens) => ({ json: tokens }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/token/refresh/',
    summary: 'Get a new access token; the refresh token is repeated',
    tag: 'tokens',
    body: refreshInput,
    output: pair,
    run: async (ctx, { body }) => {
      const now = ctx.now();
      const sessionId = await sessionOfToken(body.refresh, 'refresh', now);
      const actor = sessionId && (await actorOfSession(ctx.db, sessionId, now));
      if (!actor) throw new DomainError('unauthorized');
      return { access: await issueToken('access', { userId: actor.id, sessionId: actor.sessionId }, now), refresh: body.refresh };
    },
    answer: (tokens) => ({ json: tokens }),
  }),
];
