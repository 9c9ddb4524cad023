import { z } from 'zod';
import { line } from '../fields';
import { isTimeZone } from '../period';

export const settingsForm = z.object({
  organisation: line(200),
  time_zone: line(60, 1).refine(isTimeZone, 'time_zone'),
});

export interface SettingsInput {
  organisation?: string;
  /** IANA name. */
  time_zone?: string;
  /** 1 in the demonstration database. */
  demo?: 0 | 1;
}
