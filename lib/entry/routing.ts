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

/** The endpoint of a request. Throws `not_found` for an unknown path or a bad id, `method_not_allowed` with `Allow`. */
export function routeOf(endpoints: readonly Endpoint[], { method, url }: Pick<ApiRequest, 'method' | 'url'>): Route {
  const [rawPath = '', search = ''] = url.split('?', 2);
  const path = rawPath.endsWith('/') ? rawPath : `${rawPath}/`;
  const segments = path.split('/');
  const last = segments.at(-2) ?? '';
  const withId = [...segments.slice(0, -2), ':id', ''].join('/');
  const exact = endpoints.filter((known) => known.path === path);
  // One path may be several endpoints, each with methods of its own.
  const found = exact.length > 0 ? exact : endpoints.filter((known) => known.path === withId);
  if (found.length === 0) throw new DomainError('not_found');
  // HEAD is GET without the body, which the door leaves out.
  const endpoint = found.find((known) => isMethod(known, method === 'HEAD' ? 'GET' : method));
  if (!endpoint) throw new DoorError('method_not_allowed', {}, { allow: found.flatMap(({ methods }) => methods).join(', ') });
  const id = endpoint.path.includes(':id') ? idOf(last) : 0;
  if (id === undefined) throw new DomainError('not_found');
  return { endpoint, path, id, query: new URLSearchParams(search) };
}
