import { expect, test } from 'vitest';
import { call } from '@/lib/testing/api';
import type { OpenApiDocument } from './openapi';
import { endpointTable } from './table';

test('200 every route of the table stands in the document, and no other', async () => {
  const document = (await call('GET', '/api/openapi.json', undefined, { as: null })).json as unknown as OpenApiDocument;
  expect(document.openapi).toBe('3.1.0');
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = endpointTable().flatMap(({ methods, path }) =>
    methods.map((method) => `${method} ${path.replace(':id', '{id}').replace('.json/', '.json')}`),
  );
  expect(described.sort()).toEqual(served.sort());
});

test('200 bodies are described from the schemas that check them', async () => {
  const document = (await call('GET', '/api/openapi.json/', undefined, { as: null })).json as unknown as OpenApiDocument;
  const add = document.paths['/api/clients/add/']?.post as {
    requestBody: { content: Record<string, { schema: { required: string[]; properties: Record<string, object> } }> };
  };
  const { schema } = add.requestBody.content['application/json'] ?? {};
  expect(schema?.required?.sort()).toEqual(['email', 'first_name', 'last_name']);
  expect(schema?.properties.first_name).toMatchObject({ type: 'string', minLength: 1, maxLength: 50 });
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

test('200 the docs page names every path and loads nothing from elsewhere', async () => {
  const page = await call('GET', '/api/docs/', undefined, { as: null });
  expect(page.headers['content-type']).toContain('text/html');
  for (const { path } of endpointTable()) expect(page.text).toContain(path.replace(':id', '{id}').replace('.json/', '.json'));
  expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page.text).not.toContain('<script');
});

test('200 health tells the engine that answers', async () => {
  expect((await call('GET', '/api/health/', undefined, { as: null })).json).toEqual({
    status: 'ok',
    database: expect.stringMatching(/^(sqlite|postgres)$/),
  });
});
