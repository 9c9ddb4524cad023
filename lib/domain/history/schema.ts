import { z } from 'zod';
import { idField } from '../fields';

export const historyEntities = ['client', 'order', 'product', 'user', 'report', 'settings', 'connection'] as const;

export const historySources = ['web', 'api', 'cli', 'import', 'system', '1c', 'tryton'] as const;

/** A place in the feed: the seal's number and the change's place in its operation. */
export const cursorPattern = /^(\d{1,15})-(\d{1,6})$/;

export const feedQuery = z.object({
  after: z.string().regex(cursorPattern, 'cursor').optional().meta({ description: 'The `next` of the page before' }),
  limit: z.int().min(1).max(1000).default(100),
  entity: z.enum(historyEntities).optional(),
  id: idField.optional(),
});

export type FeedInput = z.output<typeof feedQuery>;
