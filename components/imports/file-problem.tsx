import { useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';

/** What may stand against a file; `imports.problem.<code>` words it. */
export const fileProblems = [
  'not_a_table',
  'too_many_columns',
  'too_many_rows',
  'too_wide_cell',
  'too_large',
  'zip_bomb',
  'macros',
  'external_entity',
  'encrypted',
  'broken',
  'empty',
  'old_xls',
  'no_sheet',
  'disk',
  'lost_file',
  'forbidden',
  'failed',
] as const;
export type FileProblemCode = (typeof fileProblems)[number];

/** A code of an address or of a refusal; one that nobody knows is a failure. */
export function knownProblem(code: string | undefined): FileProblemCode | undefined {
  return code === undefined ? undefined : (fileProblems.find((name) => name === code) ?? 'failed');
}

interface FileProblemProps {
  problem: FileProblemCode;
  /** The row of the file where it broke. */
  row?: number | undefined;
  /** Megabytes. */
  limit: number;
}

/** Why a file was not taken, and where in it. */
export function FileProblem({ problem, row, limit }: FileProblemProps) {
  const t = useTranslations('imports');
  return (
    <p role="alert" className={notes.bad} id="file-problem">
      {t(`problem.${problem}`, { limit })} {row === undefined ? null : t('inRow', { row })}
    </p>
  );
}
