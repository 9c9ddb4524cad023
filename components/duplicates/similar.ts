/** Fields that are compared with those of other clients while they are typed. */
export const comparedFields = ['mobile_phone', 'email', 'inn'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Another client with the same, in the words of the note. */
export interface Similar {
  field: ComparedField;
  id: number;
  /** «Иванов Иван, № 17». */
  label: string;
  /** «и ещё у 2 клиентов», or empty. */
  more: string;
}

export function isCompared(name: string): name is ComparedField {
  return comparedFields.some((field) => field === name);
}
