import { useTranslations } from 'next-intl';
import notes from './note.module.css';

const told = [
  'stale_version',
  'last_admin',
  'client_deleted',
  'client_merged',
  'merge_nameless',
  'client_erased',
  'client_has_orders',
  'email_taken',
  'not_found',
  'forbidden',
  'busy',
  'undo_conflict',
  'nothing_to_undo',
  'undo_impossible',
  'nothing_selected',
] as const;

/** Why a pressed button did nothing, from `?problem=…`. */
export function Problem({ code }: { code: string | undefined }) {
  const t = useTranslations('problems');
  if (!code) return null;
  const known = told.find((name) => name === code);
  return (
    <p role="alert" className={`${notes.bad} ${notes.strip}`}>
      {t(known ?? 'internal')}
    </p>
  );
}
