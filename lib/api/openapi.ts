import { z } from 'zod';
import type { Endpoint, Method } from '@/lib/entry/endpoint';

type Schema = Record<string, unknown>;

const failure = {
  type: 'object',
  required: ['success', 'error', 'code'],
  properties: {
    success: { const: false },
    error: { type: 'string', description: 'One sentence in the language of Accept-Language (ru, en)' },
    code: { type: 'string', description: 'Stable machine code' },
    fields: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    id: { type: 'integer', description: 'The record the refusal is about' },
    count: { type: 'integer', description: 'How many records stand in the way' },
    detail: { type: 'string' },
  },
} as const;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function failuresOf(endpoint: Endpoint): Record<string, Schema> {
  const statuses: [string, string, boolean][] = [
    ['400', 'The body cannot be read or a field is bad', true],
    ['401', 'No, invalid or expired token, or wrong credentials', endpoint.permission !== undefined || endpoint.tag === 'tokens'],
    ['403', 'The role may not', endpoint.permission !== undefined],
    ['404', 'No such id', endpoint.path.includes(':id')],
    ['405', 'Another method', true],
    ['409', 'Conflict', endpoint.writes],
    ['412', 'If-Match names a stale version', endpoint.writes && endpoint.versioned],
    ['413', 'The body is too large', endpoint.methods.includes('POST')],
    ['415', 'Another content type', endpoint.methods.includes('POST')],
    ['422', 'The idempotency key was used for another body', endpoint.writes],
    ['429', 'Too many failed sign-ins', endpoint.path === '/api/token/'],
    ['503', 'The database is busy or away', true],
  ];
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } };
  return Object.fromEntries(statuses.filter(([, , given]) => given).map(([status, description]) => [status, { description, content }]));
}

function parametersOf(endpoint: Endpoint): Schema[] {
  const header = (name: string, description: string) => ({ name, in: 'header', required: false, description, schema: { type: 'string' } });
  const query = jsonSchema(endpoint.query, 'input') as { properties?: Record<string, Schema> };
  return [
    ...(endpoint.path.includes(':id') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }] : []),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
    ...(endpoint.writes
      ? [header('Idempotency-Key', '1 to 255 visible ASCII characters; the same key and body gives the first answer again for 24 hours')]
      : []),
    ...(endpoint.writes && endpoint.versioned ? [header('If-Match', 'The version seen, as ETag gave it')] : []),
  ];
}

function bodyOf(endpoint: Endpoint): Schema {
  if (endpoint.uploads.length > 0) {
    return {
      required: true,
      content: Object.fromEntries(endpoint.uploads.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
    };
  }
  const schema = jsonSchema(endpoint.body, 'input');
  const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
  return { required: false, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

function successOf({ output }: Endpoint): Schema {
  if (output instanceof z.ZodType) return { 'application/json': { schema: jsonSchema(output, 'output') } };
  return Object.fromEntries(output.contentTypes.map((type) => [type, {}]));
}

function operationOf(endpoint: Endpoint, method: Method): Schema {
  return {
    operationId: `${method.toLowerCase()}${endpoint.path
      .replace(/^\/api/, '')
      .replace(/[^a-z]+/g, '_')
      .replace(/_$/, '')}`,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.permission ? [{ bearer: [] }, { cookie: [] }] : [],
    parameters: parametersOf(endpoint),
    ...(method === 'POST' ? { requestBody: bodyOf(endpoint) } : {}),
    responses: { '200': { description: 'Done', content: successOf(endpoint) }, ...failuresOf(endpoint) },
  };
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Schema>>;
  components: Schema;
}

/** OpenAPI 3.1, from the table of endpoints and the zod schemas that check the calls. */
export function openApiDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(':id', '{id}').replace(/\.json\/$/, '.json');
    const operations = endpoint.methods.map((method) => [method.toLowerCase(), operationOf(endpoint, method)]);
    paths[path] = { ...paths[path], ...Object.fromEntries(operations) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Orders and clients',
      version: '1.0.0',
      description: 'Every path is served with and without its last slash. Times are in the organisation’s zone.',
    },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
      schemas: { Failure: failure },
    },
  };
}
