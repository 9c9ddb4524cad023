import { DomainError } from '@/lib/domain/errors';
import type { Endpoint, Method } from './endpoint';
import { DoorError } from './errors';
import type { ApiRequest } from './http';

export interface Route {
  endpoint: Endpoint;
  /** With a slash at the end. */
  path: string;
  /** The record's number in the path; 0 without one. */
  id: number;
  query: URLSearchParams;
}

function isMethod(endpoint: Endpoint, method: string): method is Method {
  return endpoint.methods.some((known) => known === method);
}

function idOf(segment: string): number | undefined {
  const id = /^[1-9]\d{0,15}$/.test(segment) ? Number(segment) : undefined;
  return Number.isSafeInteger(id) ? id : undefined;
}

/** The endpoints of a path, each with methods of its own, and the text where it has `:id`; those that name the path itself come first. */
function endpointsOf(endpoints: readonly Endpoint[], path: string): { found: Endpoint[]; idText?: string } {
  const exact = endpoints.filter((known) => known.path === path);
  if (exact.length > 0 && !path.includes(':id')) return { found: exact };
  const segments = path.split('/');
  for (const [at, idText] of [...segments.entries()].reverse()) {
    const withId = segments.with(at, ':id').join('/');
    const found = endpoints.filter((known) => known.path === withId);
    if (found.length > 0) return { found, idText };
  }
  return { found: [] };
}

/** The endpoint of a request. Throws `not_found` for an unknown path or a bad id, `method_not_allowed` with `Allow`. */
export function routeOf(endpoints: readonly Endpoint[], { method, url }: Pick<ApiRequest, 'method' | 'url'>): Route {
  const [rawPath = '', search = ''] = url.split('?', 2);
  const path = rawPath.endsWith('/') ? rawPath : `${rawPath}/`;
  const { found, idText } = endpointsOf(endpoints, path);
  if (found.length === 0) throw new DomainError('not_found');
  // HEAD is GET without the body, which the door leaves out.
  const endpoint = found.find((known) => isMethod(known, method === 'HEAD' ? 'GET' : method));
  if (!endpoint) throw new DoorError('method_not_allowed', {}, { allow: found.flatMap(({ methods }) => methods).join(', ') });
  const id = idText === undefined ? 0 : idOf(idText);
  if (id === undefined) throw new DomainError('not_found');
  return { endpoint, path, id, query: new URLSearchParams(search) };
}
