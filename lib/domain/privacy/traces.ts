import { breathe } from '@/db/engines/breathe';
import type { Engine, Tx } from '@/db/engines/engine';
import { clientsMergedInto, lastChangeId, ordersNaming } from '@/db/queries/privacy';
import type { FieldChanges, Json } from '../journal/fields';
import type { Step } from '../past/fold';

/** Changes of the journal read at once. */
const window = 5_000;

/**
 * How far back the journal is read again in the end: on PostgreSQL a change with a smaller number may be committed after one
 * with a larger.
 */
export const lateChanges = 1_000;

/** Step: a client and everybody who was merged into him, directly or through others. */
export async function samePerson(tx: Tx, id: number): Promise<number[]> {
  const ids = [id];
  for (let last = ids; last.length > 0; ) {
    last = (await clientsMergedInto(tx, last)).filter((merged) => !ids.includes(merged));
    ids.push(...last);
  }
  return ids;
}

export interface Naming {
  /** Orders whose history names one of the clients, whoever they belong to now. */
  orderIds: Set<number>;
  /** The last change that was read. */
  upTo: number;
}

/** Reads the whole journal for orders that name these clients, in windows, so that others get a turn. */
export async function findNaming(clientIds: number[], db: Engine): Promise<Naming> {
  const orderIds = new Set<number>();
  const end = await db.read(lastChangeId);
  for (let at = 0; at < end; at += window) {
    for (const id of await db.read((tx) => ordersNaming(tx, clientIds, at, Math.min(at + window, end)))) orderIds.add(id);
    await breathe();
  }
  return { orderIds, upTo: end };
}

function objects(value: Json | undefined): { [key: string]: Json }[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((item): item is { [key: string]: Json } => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** The client on one side of a change; undefined when it does not tell. */
function clientIn(fields: FieldChanges | null, side: 'old' | 'new'): number | undefined {
  const id = objects(fields?.client?.[side])[0]?.id;
  return typeof id === 'number' ? id : undefined;
}

/** Whether a change holds words about a person: a client's name, a description, a note of a payment, a comment, a file. */
function hasWords(fields: FieldChanges): boolean {
  const sides = (name: string) => [fields[name]?.old, fields[name]?.new];
  const notes = sides('payments').flatMap((value) => objects(value).map(({ note }) => note));
  const parts = [...sides('comments'), ...sides('files')];
  return fields.client !== undefined || [...sides('description'), ...notes, ...parts].some(Boolean);
}

/**
 * The changes of an order that hold words about these clients: all of an order that is theirs, of another one those from the
 * time when it was.
 */
export function wordsAbout(clientIds: readonly number[], steps: readonly Step[], isTheirs: boolean): number[] {
  const theirs = (id: number | undefined) => id !== undefined && clientIds.includes(id);
  const found: number[] = [];
  let owner: number | undefined;
  for (const { id, fields } of steps) {
    const before = clientIn(fields, 'old') ?? owner;
    owner = clientIn(fields, 'new') ?? before;
    if (fields && hasWords(fields) && (isTheirs || theirs(before) || theirs(owner))) found.push(id);
  }
  return found;
}
