import { z } from 'zod';
import { clientFilterFields } from '@/lib/domain/clients/client-filter';
import { createClient } from '@/lib/domain/clients/create-client';
import { deleteClient } from '@/lib/domain/clients/delete-client';
import { editClient } from '@/lib/domain/clients/edit-client';
import { getClient } from '@/lib/domain/clients/get-client';
import { listClients, suggestClients } from '@/lib/domain/clients/list-clients';
import { clientPerson, clientPersonPart } from '@/lib/domain/clients/schema';
import { exportClient } from '@/lib/domain/privacy/export-client';
import { done, doneWithId, endpoint } from '@/lib/entry/endpoint';
import { etag } from '@/lib/entry/versions';
import { clientOutput, showClient } from '@/lib/shapes/client-shape';
import { listInput, listQuery, pageAnswer, pageOf, pageQuery } from './paging';

const sorts = ['id', 'first_name', 'last_name', 'middle_name', 'mobile_phone', 'email'] as const;

export const clientEndpoints = [
  endpoint({
    methods: ['POST'],
    path: '/api/clients/add/',
    summary: 'Add a client',
    tag: 'clients',
    permission: 'client.write',
    writes: true,
    body: clientPerson,
    output: doneWithId,
    run: (ctx, { body }) => createClient(ctx, body),
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/clients/get/',
    summary: 'List clients',
    tag: 'clients',
    permission: 'client.read',
    body: listInput(sorts).extend({
      ...clientFilterFields,
      forgiving: z
        .boolean()
        .default(false)
        .meta({ description: 'When nothing is found, try the other keyboard layout and alphabet; by name, for pickers' }),
    }),
    query: listQuery,
    output: z.object({ clients: z.array(clientOutput) }),
    run: (ctx, call) => {
      const { search, forgiving, limit } = call.body;
      return forgiving && search ? suggestClients(ctx, search, limit) : listClients(ctx, call.body, pageQuery(pageOf(call)));
    },
    answer: (clients, call) => pageAnswer('clients', clients.map(showClient), pageOf(call)),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/clients/get/:id/',
    summary: 'Get one client',
    tag: 'clients',
    permission: 'client.read',
    versioned: true,
    output: z.object({ client: clientOutput.extend({ version: z.int() }) }),
    run: (ctx, { id }) => getClient(ctx, id),
    answer: (client) => ({ json: { client: { ...showClient(client), version: client.version } }, headers: etag(client.version) }),
  }),
  endpoint({
    methods: ['POST'],
    path: '/api/clients/edit/:id/',
    summary: 'Edit a client; fields left out stay as they are',
    tag: 'clients',
    permission: 'client.write',
    writes: true,
    versioned: true,
    body: clientPersonPart,
    output: doneWithId,
    run: (ctx, { id, body, ifMatch }) => editClient(ctx, { id, input: body, expectedVersion: ifMatch }),
    answer: ({ id }) => ({ json: { success: true, id } }),
  }),
  endpoint({
    methods: ['GET'],
    path: '/api/clients/export/:id/',
    summary: 'Download everything about one client, with his orders and history, before it is erased',
    tag: 'clients',
    permission: 'privacy.erase',
    output: { contentTypes: ['application/json'] },
    run: (ctx, { id }) => exportClient(ctx, id),
    answer: (document) => ({
      file: JSON.stringify(document, null, 2),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="client-${document.client.id}.json"`,
      },
    }),
  }),
  endpoint({
    methods: ['DELETE'],
    path: '/api/clients/delete/:id/',
    summary: 'Delete a client; with orders only when cascade is true',
    tag: 'clients',
    permission: 'client.write',
    writes: true,
    versioned: true,
    query: z.object({ cascade: z.boolean().default(false) }),
    output: done,
    run: (ctx, { id, query, ifMatch }) => deleteClient(ctx, { id, cascade: query.cascade, expectedVersion: ifMatch }),
    answer: () => ({ json: { success: true } }),
  }),
];
