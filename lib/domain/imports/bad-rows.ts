import type { Ctx } from '../context';
import type { ImportRow } from './import-row';

/** Rows that are not taken in, in blocks: errors, doubles, and those refused when they were written. */
export declare function badRows(ctx: Ctx, id: number): AsyncIterable<ImportRow[]>;
