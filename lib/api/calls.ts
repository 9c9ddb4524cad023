import { z } from 'zod';
import { takeCall } from '@/lib/domain/exchange/take-call';
import { endpoint } from '@/lib/entry/endpoint';

/** Bytes of a call: a notice holds an id or two. */
const longestCall = 64 * 1024;

const callTypes = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'application/xml'];

export const callEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/hooks/in/:id/',
    summary: 'Another system tells that something has changed there: it is read again soon',
    tag: 'Exchange',
    uploads: callTypes,
    query: z.object({ token: z.string().max(200).default(''), requestId: z.string().max(200).optional() }),
    output: z.object({ taken: z.boolean().meta({ description: 'False for a repetition' }) }),
    run: async (ctx, { id, query, upload }) => {
      const raw = Buffer.from(await upload.body.read(longestCall))
        .toString('utf8')
        .replaceAll('\u0000', '');
      return takeCall(ctx, { connectionId: id, token: query.token, raw, key: query.requestId });
    },
    answer: (taken) => ({ json: { taken } }),
  }),
];
