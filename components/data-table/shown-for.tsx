import { useTranslations } from 'next-intl';
import note from '@/components/states/note.module.css';

/** Says that nothing was found for what was typed, and what is shown instead. */
export function ShownFor({ typed, meant }: { typed: string | undefined; meant: string | undefined }) {
  const t = useTranslations('table');
  if (!meant) return null;
  return (
    <p className={`${note.warn} ${note.strip}`} role="status">
      <span>{t.rich('shownFor', { typed: typed ?? '', meant, b: (text) => <b>{text}</b> })}</span>
    </p>
  );
}
