import { z } from 'zod';
import type { Answer } from '@/lib/entry/endpoint';

type Ordered<S extends string> = S | `-${S}`;

/** The body of a list call: where to start, what to look for, how to sort, how many. */
export function listInput<S extends string>(sorts: readonly S[]) {
  const orders = [...sorts, ...sorts.map((sort) => `-${sort}` as const)] as [Ordered<S>, ...Ordered<S>[]];
  return z.object({
    start_id: z
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .default(0)
      .meta({ description: 'Lowest id; with order_by the number of records to pass over' }),
    order_by: z.enum(orders).optional(),
    limit: z.int().min(1).max(200).default(50),
  });
}

interface Page<S extends string> {
  start_id: number;
  order_by?: Ordered<S>;
  limit: number;
}

/** The query of a list call, asking for one row more, which tells whether there is a next page. */
export function pageQuery<S extends string>({ start_id, order_by, limit }: Page<S>) {
  if (!order_by) return { sort: 'id' as const, startId: start_id, limit: limit + 1 };
  const sort = order_by.replace(/^-/, '') as S;
  return { sort, descending: order_by.startsWith('-'), offset: start_id, limit: limit + 1 };
}

/** Where to start may also stand in the address, so that the `Link` to the next page can be followed with the same body. */
export const listQuery = z.object({ start_id: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional() });

/** The page a call asks for. */
export function pageOf<S extends string, P extends Page<S>>({ body, query }: { body: P; query: z.output<typeof listQuery> }): P {
  return { ...body, start_id: query.start_id ?? body.start_id };
}

/** A page as the contract wants it: one top-level key, and the way on in the headers. */
export function pageAnswer<S extends string>(
  name: 'clients' | 'orders' | 'products',
  found: { id: number }[],
  { start_id, order_by, limit }: Page<S>,
): Answer {
  const further = found[limit];
  const next = further && (order_by ? start_id + limit : further.id);
  const headers: Record<string, string> =
    next === undefined ? {} : { 'x-next-start-id': String(next), link: `</api/${name}/get/?start_id=${next}>; rel="next"` };
  return { json: { [name]: found.slice(0, limit) }, headers };
}
