import type { Exchanged, Mapping, Shared } from '@/lib/domain/exchange/schema';
import type { Peer, PeerPage, Remote } from './peer';

/** Fields of each entity that a connection may do without: a record can be made on either side when they are left out. */
export type Optional = Partial<Record<Exchanged, readonly string[]>>;

/** What a mapping says of a field that is not exchanged; a field it says nothing of is. */
const off = 'off';

/**
 * A peer as if neither side had the fields that its mapping switches off (`{ field: { 'client.address': 'off' } }`): they are in
 * nothing that goes there or comes from there, so that merging, hashes and comparisons never see them and both sides keep what
 * they have. Fields that are not optional are exchanged whatever the mapping says.
 */
export function withoutFields(peer: Peer, optional: Optional, { field = {} }: Mapping = {}): Peer {
  const left = new Set(
    Object.entries(optional).flatMap(([entity, names]) => names.map((name) => `${entity}.${name}`).filter((name) => field[name] === off)),
  );
  if (left.size === 0) return peer;
  const isLeft = (entity: Exchanged, name: string) => left.has(`${entity}.${name}`);

  function kept(entity: Exchanged, values: Shared): Shared {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !isLeft(entity, name)));
  }
  function seen(entity: Exchanged, remote: Remote): Remote {
    const { values, unmapped } = remote;
    return { ...remote, values: kept(entity, values), unmapped: unmapped?.filter((word) => !isLeft(entity, word.field)) };
  }
  const all = (entity: Exchanged, records: readonly Remote[]) => records.map((remote) => seen(entity, remote));
  const page = (entity: Exchanged, { records, ...rest }: PeerPage): PeerPage => ({ ...rest, records: all(entity, records) });

  return {
    entities: peer.entities,
    pageSize: peer.pageSize,
    fit: (entity, values) => kept(entity, peer.fit(entity, kept(entity, values))),
    list: async (entity, cursor) => page(entity, await peer.list(entity, cursor)),
    changed: async (entity, cursor, again) => page(entity, await peer.changed(entity, cursor, again)),
    present: (entity) => peer.present(entity),
    read: async (entity, ids) => all(entity, await peer.read(entity, ids)),
    find: async (entity, uid) => {
      const found = await peer.find(entity, uid);
      return found && seen(entity, found);
    },
    alike: async (entity, values) => all(entity, await peer.alike(entity, kept(entity, values))),
    create: async (entity, values, uid) => seen(entity, await peer.create(entity, kept(entity, values), uid)),
    update: async (entity, { before, patch, whole }) =>
      seen(entity, await peer.update(entity, { before, patch: kept(entity, patch), whole: kept(entity, whole) })),
    vocabulary: () => peer.vocabulary(),
    ...(peer.stock ? { stock: () => peer.stock?.() ?? Promise.resolve([]) } : {}),
    check: () => peer.check(),
  };
}
