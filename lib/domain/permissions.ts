import type { Ctx } from './context';
import { DomainError } from './errors';

export const roles = ['viewer', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Permission =
  | 'client.read'
  | 'client.write'
  | 'order.read'
  | 'order.write'
  /** Take away what others have written. */
  | 'comment.moderate'
  | 'product.read'
  | 'product.write'
  /** Saved views: one's own, and those of the whole team. */
  | 'view.own'
  | 'view.team'
  /** Take in files; beside it the right to write what they hold. */
  | 'import.write'
  | 'report.read'
  | 'report.write'
  | 'history.read'
  /** One's own operations. */
  | 'undo.own'
  | 'undo.any'
  | 'verification.read'
  | 'privacy.erase'
  | 'settings.write'
  /** Other systems: what they are told, and what they may do here. */
  | 'connection.manage'
  | 'user.manage';

const viewer: Permission[] = ['client.read', 'order.read', 'product.read', 'view.own', 'report.read', 'history.read'];
const manager: Permission[] = [
  ...viewer,
  'client.write',
  'order.write',
  'product.write',
  'view.team',
  'report.write',
  'import.write',
  'undo.own',
];
const admin: Permission[] = [
  ...manager,
  'comment.moderate',
  'undo.any',
  'settings.write',
  'connection.manage',
  'user.manage',
  'verification.read',
  'privacy.erase',
];

/** The one table of who may do what; every verb asks it first. */
const granted: Record<Role, ReadonlySet<Permission>> = { viewer: new Set(viewer), manager: new Set(manager), admin: new Set(admin) };

/** Whether the actor of a context may do something; the system itself may do everything. */
export function can(ctx: Pick<Ctx, 'actor'>, permission: Permission): boolean {
  switch (ctx.actor.type) {
    case 'system':
      return true;
    case 'user':
      return granted[ctx.actor.role].has(permission);
    case 'anonymous':
      return false;
  }
}

/** Throws `forbidden` (or `unauthorized` for nobody in particular) unless the actor may. */
export function may(ctx: Pick<Ctx, 'actor'>, permission: Permission): void {
  if (can(ctx, permission)) return;
  throw new DomainError(ctx.actor.type === 'anonymous' ? 'unauthorized' : 'forbidden');
}
