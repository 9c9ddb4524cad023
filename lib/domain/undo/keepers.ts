import type { Tx } from '@/db/engines/engine';
import { type ClientRow, findClient } from '@/db/queries/clients';
import { type ConnectionRow, findAnyConnection } from '@/db/queries/connections';
import { type FullOrder, findOrder } from '@/db/queries/orders';
import { findProduct, type ProductRow } from '@/db/queries/products';
import { findAnyReport, markReportDeleted, type ReportRow } from '@/db/queries/reports';
import { readSettings, type SettingsRow } from '@/db/queries/settings';
import { findUser, type UserRow } from '@/db/queries/users';
import type { ClientInput } from '../clients/schema';
import { clientSnapshot } from '../clients/snapshot';
import { applyClientInput, changeClient, moveClient } from '../clients/write-client';
import { changeConnection, connectionSnapshot, moveConnection } from '../connections/write-connection';
import type { Ctx } from '../context';
import { diffSnapshots, type Json, type Snapshot } from '../journal/fields';
import type { Change, Entity } from '../journal/record-change';
import { orderSnapshot } from '../orders/snapshot';
import { applyOrderInput, changeOrder, moveOrder } from '../orders/write-order';
import type { Permission, Role } from '../permissions';
import { productSnapshot } from '../products/snapshot';
import { applyProductInput, changeProduct, moveProduct } from '../products/write-product';
import { reportSnapshot } from '../reports/snapshot';
import { changeSettings, settingsSnapshot } from '../settings/edit-settings';
import type { SettingsInput } from '../settings/schema';
import { changeUser, userSnapshot } from '../users/write-user';
import { orderInputOf } from './order-fields';
import { withParts } from './order-parts';
import { productInputOf } from './product-fields';

/** Recorded fields and the values they shall have. */
export type Target = Record<string, Json>;

/** How records of one kind are read and written when an operation on them is taken back. */
interface Keeper<R> {
  permission: Permission;
  load(tx: Tx, id: number): Promise<R | undefined>;
  snapshot(record: R): Snapshot;
  deleted(record: R): boolean;
  change(tx: Tx, ctx: Ctx, record: R, target: Target): Promise<Change | undefined>;
  /** Into the bin – a client perhaps in favour of the one who takes his place – and back; absent where there is no bin. */
  move?(tx: Tx, ctx: Ctx, record: R, action: 'delete' | 'restore', mergedInto: number | null): Promise<Change | undefined>;
}

const clientKeeper: Keeper<ClientRow> = {
  permission: 'client.write',
  load: findClient,
  snapshot: clientSnapshot,
  deleted: ({ deletedAt }) => deletedAt !== null,
  change: async (tx, ctx, client, target) => (await changeClient(tx, ctx, client, applyClientInput(client, target as ClientInput))).change,
  move: moveClient,
};

const orderKeeper: Keeper<FullOrder> = {
  permission: 'order.write',
  load: findOrder,
  snapshot: orderSnapshot,
  deleted: ({ order }) => order.deletedAt !== null,
  change: async (tx, ctx, before, target) => {
    const order = await withParts(tx, ctx, before, target);
    return (await changeOrder(tx, ctx, before, await applyOrderInput(tx, order, orderInputOf(target)))).change;
  },
  move: moveOrder,
};

const productKeeper: Keeper<ProductRow> = {
  permission: 'product.write',
  load: findProduct,
  snapshot: productSnapshot,
  deleted: ({ deletedAt }) => deletedAt !== null,
  change: async (tx, ctx, product, target) =>
    (await changeProduct(tx, ctx, product, applyProductInput(product, productInputOf(target)))).change,
  move: moveProduct,
};

const reportKeeper: Keeper<ReportRow> = {
  permission: 'report.write',
  load: findAnyReport,
  snapshot: reportSnapshot,
  deleted: ({ deletedAt }) => deletedAt !== null,
  change: async () => undefined,
  move: async (tx, ctx, report, action) => {
    const deleting = action === 'delete';
    await markReportDeleted(tx, report, deleting ? ctx.now().getTime() : null);
    const snapshot = reportSnapshot(report);
    const fields = deleting ? diffSnapshots(snapshot, null) : diffSnapshots(null, snapshot);
    const versions = { versionBefore: report.version, versionAfter: report.version + 1 };
    return { entity: 'report', entityId: report.id, action, ...versions, fields };
  },
};

const settingsKeeper: Keeper<SettingsRow> = {
  permission: 'settings.write',
  load: readSettings,
  snapshot: settingsSnapshot,
  deleted: () => false,
  // Whether the data are a demonstration is nobody's to change.
  change: async (tx, _ctx, row, { demo: _, ...target }) => (await changeSettings(tx, row, target as SettingsInput)).change,
};

/** A user is not deleted: what brought him is taken back by disabling him. A password cannot be brought back. */
const userKeeper: Keeper<UserRow> = {
  permission: 'user.manage',
  load: findUser,
  snapshot: userSnapshot,
  deleted: () => false,
  change: async (tx, ctx, user, target) => {
    const { display_name, role, disabled, gender } = { ...userSnapshot(user), ...target };
    const disabledAt = disabled ? (user.disabledAt ?? ctx.now().getTime()) : null;
    const after = { ...user, displayName: String(display_name ?? ''), role: String(role) as Role, gender: String(gender), disabledAt };
    return (await changeUser(tx, ctx, user, after)).change;
  },
  move: async (tx, ctx, user, action) =>
    (await changeUser(tx, ctx, user, { ...user, disabledAt: action === 'delete' ? ctx.now().getTime() : null })).change,
};

/** Secrets cannot be brought back: of them the journal knows only that they changed. */
const connectionKeeper: Keeper<ConnectionRow> = {
  permission: 'connection.manage',
  load: findAnyConnection,
  snapshot: connectionSnapshot,
  deleted: ({ deletedAt }) => deletedAt !== null,
  change: async (tx, ctx, before, target) => {
    const { name, state, topics, settings } = { ...connectionSnapshot(before), ...target };
    const texts = { topics: JSON.stringify(topics), settings: JSON.stringify(settings) };
    return (await changeConnection(tx, ctx, before, { ...before, name: String(name), state: String(state), ...texts })).change;
  },
  move: moveConnection,
};

/** A record of any kind, ready to be compared and written. */
export interface Kept {
  permission: Permission;
  deleted: boolean;
  snapshot: Snapshot;
  change(ctx: Ctx, target: Target): Promise<Change | undefined>;
  move: ((ctx: Ctx, action: 'delete' | 'restore', mergedInto?: number | null) => Promise<Change | undefined>) | undefined;
}

async function keep<R>(tx: Tx, keeper: Keeper<R>, id: number): Promise<Kept | undefined> {
  const record = await keeper.load(tx, id);
  if (record === undefined) return undefined;
  const { move } = keeper;
  return {
    permission: keeper.permission,
    deleted: keeper.deleted(record),
    snapshot: keeper.snapshot(record),
    change: (ctx, target) => keeper.change(tx, ctx, record, target),
    move: move && ((ctx, action, mergedInto = null) => move(tx, ctx, record, action, mergedInto)),
  };
}

/** The record that a change is about, as it is now, also from the bin. */
export function loadKept(tx: Tx, entity: Entity, id: number): Promise<Kept | undefined> {
  switch (entity) {
    case 'client':
      return keep(tx, clientKeeper, id);
    case 'order':
      return keep(tx, orderKeeper, id);
    case 'product':
      return keep(tx, productKeeper, id);
    case 'report':
      return keep(tx, reportKeeper, id);
    case 'settings':
      return keep(tx, settingsKeeper, id);
    case 'user':
      return keep(tx, userKeeper, id);
    case 'connection':
      return keep(tx, connectionKeeper, id);
  }
}
