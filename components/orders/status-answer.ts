import type { OrderStatus } from '@/lib/domain/orders/schema';
import type { Toast } from '@/lib/entry/toast-cookie';

/** A status to be set from a list: what stood there when it was chosen, too. */
export interface StatusWish {
  id: number;
  from: string;
  to: OrderStatus;
  /** The version that was seen; a later one is looked at before anything is written. */
  version: number;
}

/** What became of it: done, refused, or somebody set the status meanwhile. */
export type StatusAnswer =
  | { type: 'done'; toast: Toast }
  | { type: 'refused'; message: string }
  | { type: 'conflict'; wish: StatusWish; title: string; when: string; was: string; theirs: string; mine: string };
