import { and, eq } from 'drizzle-orm';
import type { Tx } from '../engines/engine';
import { hot } from '../engines/hot';
import { settings } from '../schema/settings';

export type SettingsRow = typeof settings.$inferSelect;

const rowId = 1;

/** Until an owner saves the settings page. */
export const defaultSettings: SettingsRow = {
  id: rowId,
  version: 0,
  organisation: '',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  demo: 0,
  inn: '',
  kpp: '',
  address: '',
  phone: '',
  email: '',
  bank: '',
  bik: '',
  account: '',
  correspondentAccount: '',
  director: '',
  accountant: '',
  logo: '',
  pendingDays: 3,
};

const settingsRow = hot('settings', (tx) => tx.select().from(settings).where(eq(settings.id, rowId)));

export async function readSettings(tx: Tx): Promise<SettingsRow> {
  const [row] = await settingsRow(tx);
  return row ?? defaultSettings;
}

/** Writes the settings unless they have changed since `row.version`; the new row, or undefined. */
export async function writeSettings(tx: Tx, row: SettingsRow): Promise<SettingsRow | undefined> {
  const next = { ...row, version: row.version + 1 };
  const written =
    row.version === 0
      ? await tx.insert(settings).values(next).onConflictDoNothing().returning()
      : await tx
          .update(settings)
          .set(next)
          .where(and(eq(settings.id, rowId), eq(settings.version, row.version)))
          .returning();
  return written[0];
}
