import { z } from 'zod';
import { lines } from '../fields';

/** What a colleague says about an order. */
export const commentForm = z.object({
  text: lines(4000).refine((text) => text.trim() !== '', 'required'),
});
