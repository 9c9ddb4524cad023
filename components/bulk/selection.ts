/** A change of the chosen rows: those named, or all that a list's address finds. */
export interface BulkWish {
  entity: 'order' | 'client';
  ids?: number[];
  /** Their versions as they stand on the screen. */
  seen?: number[];
  /** The list's filter behind `?`. */
  query?: string;
  action: { type: 'edit'; fields: Record<string, string> } | { type: 'delete' };
}

/** Begun, with what to say when it is through (`{n}` stands for the number), or refused. */
export type BulkAnswer = { type: 'begun'; run: number; total: number; text: string } | { type: 'refused'; message: string };
