/** The fields of a record as the journal keeps it (`snapshot.ts` of each); a test holds them together. */
export const clientNames = [
  'first_name',
  'last_name',
  'middle_name',
  'company',
  'inn',
  'mobile_phone',
  'email',
  'address',
  'comment',
] as const;

export const orderNames = [
  'client',
  'status',
  'description',
  'due_day',
  'items',
  'total_price',
  'payments',
  'paid',
  'comments',
  'files',
  'external_no',
  'shipped_day',
] as const;
