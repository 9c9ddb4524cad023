import type { SettingsSection } from '@/components/settings/settings-nav';
import type { Ctx } from '@/lib/domain/context';
import { can, type Permission } from '@/lib/domain/permissions';

/** The sections in their order, and the right each needs. */
const sections: [section: SettingsSection, permission: Permission | undefined][] = [
  ['organisation', 'settings.write'],
  ['users', 'user.manage'],
  ['profile', undefined],
  ['sessions', undefined],
  ['integrations', 'connection.manage'],
  ['verification', 'verification.read'],
];

/** The sections a visitor may open. */
export function sectionsFor(ctx: Pick<Ctx, 'actor'>): SettingsSection[] {
  return sections.filter(([, permission]) => permission === undefined || can(ctx, permission)).map(([section]) => section);
}

/** The first of them: a link leads straight there, since a redirect costs one more trip to the server. */
export function settingsHref(ctx: Pick<Ctx, 'actor'>): string {
  return `/settings/${sectionsFor(ctx)[0]}`;
}
