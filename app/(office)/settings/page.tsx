import { redirect } from 'next/navigation';
import { pageCtx } from '@/lib/entry/page';
import { settingsHref } from './sections';

/** The first section one may open. */
export default async function SettingsPage(): Promise<never> {
  redirect(settingsHref(await pageCtx()));
}
