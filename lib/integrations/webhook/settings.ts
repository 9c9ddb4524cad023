import { z } from 'zod';

/** Characters of an address. */
const urlMax = 2000;

function isPlainWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** Where events go. A name and a password have no place in an address that is shown; messages are signed anyway. */
export const webhookSettings = z.object({
  url: z.string().trim().max(urlMax).refine(isPlainWebAddress, 'url'),
  /** `1`: the whole record beside what has changed; `0`: what has changed alone. */
  full: z.enum(['1', '0']).default('1'),
});

export type WebhookSettings = z.output<typeof webhookSettings>;
