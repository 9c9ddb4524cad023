import { type FormState, freshForm } from '@/lib/entry/form-state';

/** What is shown once, after a connection was made or a secret changed. */
export interface Shown {
  /** Where to go on. */
  href: string;
  rows: { name: string; label: string; value: string; copy: string }[];
}

export interface ConnectionFormState extends FormState {
  shown: Shown | null;
}

export function freshConnection(values: Record<string, string>): ConnectionFormState {
  return { ...freshForm(values), shown: null };
}
