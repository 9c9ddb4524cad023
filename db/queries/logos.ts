import { eq } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { changes, changeValues } from '../schema/journal';
import { readSettings } from './settings';

/** The sha256 of every logo there is or was: one that was may be brought back by an undo. */
export async function everyLogo(tx: Tx): Promise<Set<string>> {
  const told = await tx
    .select({ json: changeValues.json })
    .from(changes)
    .innerJoin(changeValues, eq(changeValues.changeId, changes.id))
    .where(eq(changes.entity, 'settings'));
  const before = told.flatMap(({ json }) => {
    const { logo } = JSON.parse(json ?? '{}') as { logo?: { old: unknown; new: unknown } };
    return logo ? [logo.old, logo.new] : [];
  });
  const all = [(await readSettings(tx)).logo, ...before];
  return new Set(all.filter((sha256): sha256 is string => typeof sha256 === 'string' && sha256 !== ''));
}
