import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import notes from '@/components/states/note.module.css';
import { type CheckUrl, checkHref } from './import-url';

interface ConflictsBannerProps {
  id: number;
  /** Records that both sides have changed, and their cells; none counted, when there are too many to look at. */
  rows: number;
  cells: number;
  url: CheckUrl;
  action: (data: FormData) => Promise<never>;
}

/** That somebody has changed cells after the file was downloaded, and whose values stay. */
export function ConflictsBanner({ id, rows, cells, url, action }: ConflictsBannerProps) {
  const t = useTranslations('importing');
  if (rows === 0) return null;
  const told = { b: (text: React.ReactNode) => <b>{text}</b> };
  return (
    <div className={`${notes.warn} ${notes.strip}`}>
      <span>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />{' '}
        {cells > 0 ? t.rich('conflictsBanner', { n: cells, ...told }) : t.rich('conflictRowsBanner', { n: rows, ...told })}
      </span>
      {url.conflicts ? (
        <form action={action} style={{ display: 'flex', flexWrap: 'wrap', gap: '0 16px' }}>
          <input type="hidden" name="import" value={id} />
          <button type="submit" name="side" value="file" className={buttons.link}>
            {t('takeAllFile')}
          </button>
          <button type="submit" name="side" value="system" className={buttons.link}>
            {t('takeAllSystem')}
          </button>
        </form>
      ) : (
        <a href={checkHref(url, { conflicts: true })}>
          <b>{cells > 0 ? t('showConflicts', { n: cells }) : t('showConflictRows', { n: rows })}</b>
        </a>
      )}
    </div>
  );
}
