/** How Russian sentences about somebody end. */
export const genders = ['m', 'f'] as const;
export type Gender = (typeof genders)[number];
