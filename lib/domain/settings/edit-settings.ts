import type { Tx } from '@/db/engines/engine';
import { readSettings, type SettingsRow, writeSettings } from '@/db/queries/settings';
import { type Ctx, unit } from '../context';
import { diffSnapshots, type Snapshot } from '../journal/fields';
import { type Change, recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale, updated } from '../stale';
import type { SettingsInput } from './schema';

/** The settings as the journal keeps them. */
export function settingsSnapshot({ organisation, timeZone, currency, demo }: SettingsRow): Snapshot {
  return { organisation, time_zone: timeZone, currency, demo: demo === 1 };
}

/** Step: an input laid over the settings, and the change to record: none when nothing differs. */
export async function changeSettings(tx: Tx, before: SettingsRow, input: SettingsInput): Promise<{ row: SettingsRow; change?: Change }> {
  const after = {
    ...before,
    organisation: input.organisation ?? before.organisation,
    timeZone: input.time_zone ?? before.timeZone,
    demo: input.demo ?? before.demo,
  };
  const fields = diffSnapshots(settingsSnapshot(before), settingsSnapshot(after));
  if (Object.keys(fields).length === 0) return { row: before };
  const row = updated(await writeSettings(tx, after));
  const versions = { versionBefore: before.version, versionAfter: row.version };
  return { row, change: { entity: 'settings', entityId: row.id, action: 'update', ...versions, fields } };
}

/** Step: the same with its journal entry. */
export async function saveSettings(tx: Tx, ctx: Ctx, input: SettingsInput, expectedVersion?: number): Promise<SettingsRow> {
  const before = await readSettings(tx);
  refuseStale(before, expectedVersion);
  const { row, change } = await changeSettings(tx, before, input);
  if (change) await recordChange(tx, ctx, 'settings.edit', [change]);
  return row;
}

export interface EditSettings {
  input: SettingsInput;
  expectedVersion?: number;
}

/** Changes what an owner sets. Recorded business days stay as they were when the time zone changes. Throws `stale_version`. */
export async function editSettings(ctx: Ctx, { input, expectedVersion }: EditSettings): Promise<SettingsRow> {
  may(ctx, 'settings.write');
  return unit(ctx, (tx) => saveSettings(tx, ctx, input, expectedVersion));
}
