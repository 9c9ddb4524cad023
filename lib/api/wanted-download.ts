import { z } from 'zod';
import { DoorError } from '@/lib/entry/errors';
import type { Download } from '@/lib/export/tracked-download';

/** A name under which a download is followed and stopped: one that only whoever asked for it knows. */
export const exportTicket = z.string().min(16).max(64);

/** A download that may be stopped before it has begun: nobody wants it any more then, and nothing is wrong. */
export async function wanted(opening: Promise<Download>): Promise<Download> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw new DoorError('unavailable', { reason: 'stopped' });
    throw error;
  }
}
