import type { Ctx } from '@/lib/domain/context';
import { type TakenGoods, takeGoods } from '@/lib/domain/exchange/take-goods';
import type { Applying, ApplyState } from '../apply/apply-file';
import type { CmlSource } from '../commerceml/document';
import { oneCSettings } from '../settings';
import { goodValues } from './good-values';
import { type CmlGood, checkGoods, type GoodsRecord, readGoods } from './read-goods';
import { loadVocabulary, saveVocabulary, type Vocabulary } from './vocabulary';

/** Goods written in one transaction: few enough for others to have their turn soon. */
const batch = 50;
/** Names that are told to be another product's, at most. */
const toldNames = 20;

const counted = ['created', 'edited', 'deleted', 'restored', 'stock', 'unknown'] as const;

function added(state: ApplyState, taken: TakenGoods, goods: number): ApplyState {
  const counts = { ...state.counts };
  for (const name of counted) if (taken[name] > 0) counts[name] = (counts[name] ?? 0) + taken[name];
  const told = state.notes.filter(({ code }) => code === 'onec_good_name_taken').length;
  const names = taken.takenNames.slice(0, Math.max(0, toldNames - told));
  const notes = [...state.notes, ...names.map((name) => ({ code: 'onec_good_name_taken', values: { name } }))];
  return { ...state, next: state.next + goods, counts, notes, groupId: taken.groupId ?? state.groupId };
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
  const begun = performance.now();
  if (state.next === 0) await checkGoods(open);
  const { priceType } = oneCSettings.parse(JSON.parse(connection.settings));
  const actor = { type: 'system', name: connection.name } as const;
  const ctx: Ctx = { actor, source: '1c', connectionId: connection.id, requestId, now, db };
  const vocabulary = await loadVocabulary(db, connection.id);
  let learned = false;
  let after = state;
  let position = 0;
  let waiting: CmlGood[] = [];
  const write = async () => {
    const goods = waiting.map((good) => goodValues(good, priceType, vocabulary));
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
