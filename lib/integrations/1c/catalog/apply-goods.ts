import type { Ctx } from '@/lib/domain/context';
import { type TakenGoods, takeGoods } from '@/lib/domain/exchange/take-goods';
import { type Applying, type ApplyState, withNotes } from '../apply/apply-file';
import type { CmlSource } from '../commerceml/document';
import { rulesOf1c } from '../rules';
import { goodValues } from './good-values';
import { type CmlGood, checkGoods, type GoodsRecord, readGoods } from './read-goods';
import { loadVocabulary, saveVocabulary, type Vocabulary } from './vocabulary';

/** Goods written in one transaction: few enough for others to have their turn soon. */
const batch = 50;
function added(state: ApplyState, taken: TakenGoods, goods: number): ApplyState {
  const changed = taken.edited + taken.deleted + taken.restored;
  const known = {
    created: state.counts.created + taken.created,
    changed: state.counts.changed + changed,
    skipped: state.counts.skipped + taken.unknown,
    same: state.counts.same + Math.max(0, goods - taken.created - changed - taken.unknown),
  };
  const notes = taken.takenNames.map((name) => ({ code: 'good_name_taken' as const, values: { document: name } }));
  return {
    ...state,
    next: state.next + goods,
    counts: known,
    notes: withNotes(state.notes, notes),
    groupId: taken.groupId ?? state.groupId,
  };
}

/** Learns what ids mean, as a file tells it; whether there was anything new. */
function learn(vocabulary: Vocabulary, record: GoodsRecord): boolean {
  if (record.kind === 'good') return false;
  const names = record.kind === 'warehouse' ? vocabulary.warehouses : vocabulary.priceTypes;
  if (record.id === '' || record.name === '' || names[record.id] === record.name) return false;
  names[record.id] = record.name;
  return true;
}

/**
 * Takes goods over from a file, from where `state` says it has come, for as long as it may. The first call reads the whole file
 * before anything is taken from it. Throws `CommerceMlError`.
 */
export async function applyGoods(
  { db, connection, now, requestId }: Applying,
  open: CmlSource,
  state: ApplyState,
  until: { documents?: number; ms?: number } = {},
): Promise<ApplyState> {
  if (state.done) return state;
  const begun = performance.now();
  if (state.next === 0) await checkGoods(open);
  const { price_type } = rulesOf1c.parse(JSON.parse(connection.settings));
  const actor = { type: 'system', name: connection.name } as const;
  const ctx: Ctx = { actor, source: '1c', connectionId: connection.id, requestId, now, db };
  const vocabulary = await loadVocabulary(db, connection.id);
  let learned = false;
  let after = state;
  let position = 0;
  let waiting: CmlGood[] = [];
  const write = async () => {
    const goods = waiting.map((good) => goodValues(good, price_type, vocabulary));
    const task = { connectionId: connection.id, goods, create: true };
    after = added(after, await takeGoods({ ...ctx, groupId: after.groupId ?? undefined }, task), goods.length);
    waiting = [];
  };
  for await (const record of readGoods(open)) {
    learned = learn(vocabulary, record) || learned;
    if (record.kind !== 'good' || ++position <= state.next) continue;
    waiting.push(record.good);
    if (waiting.length < batch) continue;
    if (learned) await saveVocabulary(db, connection.id, vocabulary);
    learned = false;
    await write();
    if (performance.now() - begun >= (until.ms ?? Number.POSITIVE_INFINITY)) return after;
  }
  if (learned) await saveVocabulary(db, connection.id, vocabulary);
  if (waiting.length > 0) await write();
  return { ...after, done: true };
}
