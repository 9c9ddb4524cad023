import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { changes, operations } from '../schema/journal';
import { orderComments, orderFiles, orders } from '../schema/orders';
import { everyLogo } from './logos';
import { only } from './only';

export type CommentRow = typeof orderComments.$inferSelect;
export type FileRow = typeof orderFiles.$inferSelect;

/** Whether an order has any, in the statement that reads it: most have none, and are not asked again. */
export const hasComments =
  sql`exists (select 1 from ${orderComments} where ${orderComments.orderId} = ${orders.id} and ${orderComments.deletedAt} is null)`.mapWith(
    Boolean,
  );
export const hasFiles =
  sql`exists (select 1 from ${orderFiles} where ${orderFiles.orderId} = ${orders.id} and ${orderFiles.deletedAt} is null)`.mapWith(Boolean);

/** Oldest first. */
export const liveCommentsByOrder = hot('comments.by_order', (tx) =>
  tx
    .select()
    .from(orderComments)
    .where(and(eq(orderComments.orderId, sql.placeholder('id')), isNull(orderComments.deletedAt)))
    .orderBy(asc(orderComments.id)),
);

export const liveFilesByOrder = hot('files.by_order', (tx) =>
  tx
    .select()
    .from(orderFiles)
    .where(and(eq(orderFiles.orderId, sql.placeholder('id')), isNull(orderFiles.deletedAt)))
    .orderBy(asc(orderFiles.id)),
);

export async function insertComment(tx: Tx, row: Omit<CommentRow, 'id'>): Promise<CommentRow> {
  return only(await tx.insert(orderComments).values(row).returning());
}

export async function insertFile(tx: Tx, row: Omit<FileRow, 'id'>): Promise<FileRow> {
  return only(await tx.insert(orderFiles).values(row).returning());
}

/** Takes a comment back (UTC epoch ms), or brings it back with null. */
export async function markCommentDeleted(tx: Tx, id: number, deletedAt: number | null): Promise<void> {
  await tx.update(orderComments).set({ deletedAt }).where(eq(orderComments.id, id));
}

/** The same for a file. */
export async function markFileDeleted(tx: Tx, id: number, deletedAt: number | null): Promise<void> {
  await tx.update(orderFiles).set({ deletedAt }).where(eq(orderFiles.id, id));
}

/** These comments of an order, deleted ones too. */
export function commentsByIds(tx: Tx, orderId: number, ids: number[]): Promise<CommentRow[]> {
  return tx
    .select()
    .from(orderComments)
    .where(and(eq(orderComments.orderId, orderId), inArray(orderComments.id, ids)));
}

/** The same for files. */
export function filesByIds(tx: Tx, orderId: number, ids: number[]): Promise<FileRow[]> {
  return tx
    .select()
    .from(orderFiles)
    .where(and(eq(orderFiles.orderId, orderId), inArray(orderFiles.id, ids)));
}

/** A file, unless it was taken off its order. */
export async function findLiveFile(tx: Tx, id: number): Promise<FileRow | undefined> {
  const [row] = await tx
    .select()
    .from(orderFiles)
    .where(and(eq(orderFiles.id, id), isNull(orderFiles.deletedAt)));
  return row;
}

/** Empties the comments and files of an order, also those taken back; the contents that its files had. */
export async function emptyParts(tx: Tx, orderId: number, at: number): Promise<string[]> {
  const deletedAt = (table: typeof orderComments | typeof orderFiles) => sql`coalesce(${table.deletedAt}, ${at})`;
  await tx
    .update(orderComments)
    .set({ text: '', deletedAt: deletedAt(orderComments) })
    .where(eq(orderComments.orderId, orderId));
  const files = await tx.select({ sha256: orderFiles.sha256 }).from(orderFiles).where(eq(orderFiles.orderId, orderId));
  await tx
    .update(orderFiles)
    .set({ name: '', sha256: '', deletedAt: deletedAt(orderFiles) })
    .where(eq(orderFiles.orderId, orderId));
  return files.map(({ sha256 }) => sha256).filter(Boolean);
}

/** Of these contents, those that a file of some order names, taken away or not, or that are a logo. */
export async function namedContents(tx: Tx, contents: string[]): Promise<Set<string>> {
  if (contents.length === 0) return new Set();
  const rows = await tx.selectDistinct({ sha256: orderFiles.sha256 }).from(orderFiles).where(inArray(orderFiles.sha256, contents));
  const logos = await everyLogo(tx);
  return new Set([...rows.map(({ sha256 }) => sha256), ...contents.filter((content) => logos.has(content))]);
}

/** Every content that a file names, with its bytes, in the order of the names. */
export async function contentsAfter(tx: Tx, after: string, limit: number): Promise<{ sha256: string; size: number }[]> {
  return tx
    .selectDistinct({ sha256: orderFiles.sha256, size: orderFiles.size })
    .from(orderFiles)
    .where(and(ne(orderFiles.sha256, ''), gt(orderFiles.sha256, after)))
    .orderBy(asc(orderFiles.sha256))
    .limit(limit);
}

/** Orders that have, or had, comments or files, and those that operations of these kinds were about. */
export async function ordersWithParts(tx: Tx, kinds: string[]): Promise<number[]> {
  const told = await tx
    .selectDistinct({ id: changes.entityId })
    .from(operations)
    .innerJoin(changes, eq(changes.operationId, operations.id))
    .where(and(inArray(operations.kind, kinds), eq(changes.entity, 'order')));
  const commented = await tx.selectDistinct({ id: orderComments.orderId }).from(orderComments);
  const filed = await tx.selectDistinct({ id: orderFiles.orderId }).from(orderFiles);
  const ids = new Set([...told, ...commented, ...filed].map(({ id }) => id));
  return [...ids].sort((a, b) => a - b);
}
