import { useLocale, useTranslations } from 'next-intl';
import notes from '@/components/states/note.module.css';
import type { FileErrorCode } from '@/lib/domain/errors';
import { apiWords } from '@/lib/i18n/api-translator';

/** What pages word themselves: with more to say than a program is told, or about the way here. */
const own = ['not_a_table', 'too_large', 'disk', 'forbidden', 'failed'] as const;
const others = [
  'file_too_many_columns',
  'file_too_many_rows',
  'file_too_wide_cell',
  'file_zip_bomb',
  'file_macros',
  'file_external_entity',
  'file_encrypted',
  'file_broken',
  'file_empty',
  'file_old_xls',
  'file_no_sheet',
  'file_gone',
] as const satisfies FileErrorCode[];

interface FileProblemProps {
  /** `file_broken` of a refusal, as `broken`; from an address, so it may be anything. */
  code: string;
  /** The row of the file where it broke, as the address has it. */
  row?: string | undefined;
  /** Megabytes. */
  limit: number;
}

/** Why a file was not taken, and what to do about it. */
export function FileProblem({ code, row, limit }: FileProblemProps) {
  const t = useTranslations('importing');
  const words = apiWords(useLocale());
  const refusal = others.find((name) => name === `file_${code}`);
  const values = { row: /^[1-9]\d{0,8}$/.test(row ?? '') ? Number(row) : 0 };
  return (
    <p role="alert" className={notes.bad} id="file-problem">
      {refusal
        ? `${t('notRead')} ${words.error(refusal, values)}`
        : t(`problem.${own.find((name) => name === code) ?? 'failed'}`, { limit })}
    </p>
  );
}
