import { redirect } from 'next/navigation';
import { pageCtx } from '@/lib/entry/page';
import { sectionsFor } from './sections';

/** The first section one may open. */
export default async function SettingsPage(): Promise<never> {
  redirect(`/settings/${sectionsFor(await pageCtx())[0]}`);
}
