import type { Engine } from '@/db/engines/engine';
import { readSettings, type SettingsRow } from '@/db/queries/settings';

/** The organisation's settings; every signed-in page and answer is written in its zone and currency, so no right is asked. */
export function getSettings(db: Engine): Promise<SettingsRow> {
  return db.read(readSettings);
}
