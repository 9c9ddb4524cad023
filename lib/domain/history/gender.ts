import type { Tx } from '@/db/engines/engine';
import type { OperationRow } from '@/db/queries/journal';
import { gendersOf } from '@/db/queries/users';
import type { Gender } from '../users/gender';

type Acting = Pick<OperationRow, 'actorType' | 'actorId' | 'actorName'>;

/** Programs have the gender of their names: «1С изменила», «API создал», «Импорт изменил». */
function genderOfProgram(name: string): Gender {
  return /^1[СC](?![a-zа-яё])/i.test(name) ? 'f' : 'm';
}

/** Step: the gender of whoever made each of these operations, as the users' profiles say it now. */
export async function gendersOfActors(tx: Tx, operations: readonly Acting[]): Promise<(operation: Acting) => Gender> {
  const ids = new Set(operations.flatMap(({ actorType, actorId }) => (actorType === 'user' && actorId !== null ? [actorId] : [])));
  const known = await gendersOf(tx, [...ids]);
  return ({ actorType, actorId, actorName }) => {
    if (actorType !== 'user') return genderOfProgram(actorName);
    return known.get(actorId ?? 0) === 'f' ? 'f' : 'm';
  };
}
