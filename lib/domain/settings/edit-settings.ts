import type { Tx } from '@/db/engines/engine';
import { readSettings, type SettingsRow, writeSettings } from '@/db/queries/settings';
import { type Ctx, unit } from '../context';
import { diffSnapshots, type Snapshot } from '../journal/fields';
import { recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale, updated } from '../stale';
import type { SettingsInput } from './schema';

function settingsSnapshot({ organisation, timeZone, currency, demo }: SettingsRow): Snapshot {
  return { organisation, time_zone: timeZone, currency, demo: demo === 1 };
}

/** Step: an input laid over the settings. Writes nothing when nothing differs. */
export async function saveSettings(tx: Tx, ctx: Ctx, input: SettingsInput, expectedVersion?: number): Promise<SettingsRow> {
  const before = await readSettings(tx);
  refuseStale(before, expectedVersion);
  const after = {
    ...before,
    organisation: input.organisation ?? before.organisation,
    timeZone: input.time_zone ?? before.timeZone,
    demo: input.demo ?? before.demo,
  };
  const fields = diffSnapshots(settingsSnapshot(before), settingsSnapshot(after));
  if (Object.keys(fields).length === 0) return before;
  const row = updated(await writeSettings(tx, after));
  const versions = { versionBefore: before.version, versionAfter: row.version };
  await recordChange(tx, ctx, 'settings.edit', [{ entity: 'settings', entityId: row.id, action: 'update', ...versions, fields }]);
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
