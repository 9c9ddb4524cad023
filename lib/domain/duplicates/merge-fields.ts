import type { ClientRow } from '@/db/queries/clients';
import type { ClientInput } from '../clients/schema';
import { clientSnapshot } from '../clients/snapshot';

/** What a person chooses between when two clients become one. */
export const mergeFields = [
  'last_name',
  'first_name',
  'middle_name',
  'company',
  'inn',
  'mobile_phone',
  'email',
  'address',
  'comment',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** A field as it is stored, nothing being empty. */
export function fieldValue(client: ClientRow, field: MergeField): string {
  return String(clientSnapshot(client)[field] ?? '');
}

/** Fields in which two clients differ. */
export function differingFields(main: ClientRow, other: ClientRow): MergeField[] {
  return mergeFields.filter((field) => fieldValue(main, field) !== fieldValue(other, field));
}

/** Fields whose value comes from the other unless a person says otherwise: those that the main one lacks. */
export function lackingFields(main: ClientRow, other: ClientRow): MergeField[] {
  return differingFields(main, other).filter((field) => fieldValue(main, field) === '');
}

/** These fields of a client as an input for another. */
export function fieldsOf(client: ClientRow, fields: readonly MergeField[]): ClientInput {
  const snapshot = clientSnapshot(client);
  return Object.fromEntries(fields.map((field) => [field, snapshot[field]]));
}
