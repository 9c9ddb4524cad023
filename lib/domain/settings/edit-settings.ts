import type { Tx } from '@/db/engines/engine';
import { readSettings, type SettingsRow, writeSettings } from '@/db/queries/settings';
import { type Ctx, unit } from '../context';
import { diffSnapshots, type Snapshot } from '../journal/fields';
import { type Change, recordChange } from '../journal/record-change';
import { may } from '../permissions';
import { refuseStale, updated } from '../stale';
import type { SettingsInput } from './schema';

/** The settings as the journal keeps them. */
export function settingsSnapshot(row: SettingsRow): Snapshot {
  const { organisation, timeZone, currency, demo, inn, kpp, address, phone, email, bank, bik, account } = row;
  const { correspondentAccount, director, accountant, logo, pendingDays } = row;
  const requisites = { inn, kpp, address, phone, email, bank, bik, account, correspondent_account: correspondentAccount };
  const told = { organisation, time_zone: timeZone, currency, demo: demo === 1, ...requisites };
  return { ...told, director, accountant, logo, pending_days: pendingDays };
}

/** The settings with an input laid over them; fields left out stay. */
function applySettingsInput(before: SettingsRow, input: SettingsInput): SettingsRow {
  const { time_zone, correspondent_account, pending_days, ...same } = input;
  const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...given,
    timeZone: time_zone ?? before.timeZone,
    correspondentAccount: correspondent_account ?? before.correspondentAccount,
    pendingDays: pending_days ?? before.pendingDays,
  };
}

/** Step: an input laid over the settings, and the change to record: none when nothing differs. */
export async function changeSettings(tx: Tx, before: SettingsRow, input: SettingsInput): Promise<{ row: SettingsRow; change?: Change }> {
  const after = applySettingsInput(before, input);
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
