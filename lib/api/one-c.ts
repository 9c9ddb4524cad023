import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/entry/endpoint';
import { answerOneC } from '@/lib/integrations/1c/door/answer';

const step = z.object({
  type: z.string().default('').meta({ description: 'sale, catalog' }),
  mode: z.string().default('').meta({ description: 'checkauth, init, query, success, file, import, info' }),
  filename: z.string().default(''),
  version: z.string().default('').meta({ description: 'Of CommerceML' }),
  sessid: z.string().default(''),
});

/** Addresses that a module of 1C makes of the one it is given. */
const paths = ['', '1c_exchange.php/', 'bitrix/admin/1c_exchange.php/'];

/** The door that 1C comes through: one address, everything in the query string, text in answer. */
export const oneCEndpoints: readonly Endpoint[] = paths.map((rest) =>
  endpoint({
    methods: ['GET', 'POST'],
    path: `/api/1c/:id/exchange/${rest}`,
    summary:
      'Exchange with 1C by CommerceML 2: 1C signs in by mode=checkauth, every failure is status 200 with the text “failure” and a reason',
    tag: '1c',
    uploads: ['application/octet-stream', 'application/xml', 'text/xml', 'application/zip'],
    query: step,
    output: { contentTypes: ['text/plain', 'application/xml'] },
    run: ({ db, now, requestId }, { id, query, upload, header, address }) =>
      answerOneC({
        db,
        now,
        requestId,
        connectionId: id,
        ...query,
        authorization: header('authorization') ?? '',
        cookie: header('cookie') ?? '',
        address,
        body: upload.body.chunks(),
      }),
    answer: ({ bytes, contentType }) => ({
      file: bytes,
      headers: { 'content-type': contentType, 'content-length': String(bytes.byteLength) },
    }),
  }),
);
