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

/** The endpoint of a path, and the text where it has `:id`; one that names the path itself comes first. */
function endpointOf(endpoints: readonly Endpoint[], path: string): { endpoint: Endpoint; idText?: string } | undefined {
  const exact = endpoints.find((known) => known.path === path);
  if (exact && !path.includes(':id')) return { endpoint: exact };
  const segments = path.split('/');
  for (const [at, idText] of [...segments.entries()].reverse()) {
    const withId = segments.with(at, ':id').join('/');
    const endpoint = endpoints.find((known) => known.path === withId);
    if (endpoint) return { endpoint, idText };
  }
  return undefined;
}

/** The endpoint of a request. Throws `not_found` for an unknown path or a bad id, `method_not_allowed` with `Allow`. */
export function routeOf(endpoints: readonly Endpoint[], { method, url }: Pick<ApiRequest, 'method' | 'url'>): Route {
  const [rawPath = '', search = ''] = url.split('?', 2);
  const path = rawPath.endsWith('/') ? rawPath : `${rawPath}/`;
  const found = endpointOf(endpoints, path);
  if (!found) throw new DomainError('not_found');
  const { endpoint, idText } = found;
  // HEAD is GET without the body, which the door leaves out.
  if (!isMethod(endpoint, method === 'HEAD' ? 'GET' : method))
    throw new DoorError('method_not_allowed', {}, { allow: endpoint.methods.join(', ') });
  const id = idText === undefined ? 0 : idOf(idText);
  if (id === undefined) throw new DomainError('not_found');
  return { endpoint, path, id, query: new URLSearchParams(search) };
}
