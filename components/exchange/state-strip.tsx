import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import notes from '@/components/states/note.module.css';
import type { FaringConnection } from '@/lib/domain/connections/faring';
import type { Format } from '@/lib/i18n/format';
import { told, useExchangeWords } from './words';

interface StateStripProps {
  connection: FaringConnection;
  format: Format;
  switchState: (data: FormData) => Promise<never>;
}

/** Why a connection does not work and what that means for what is to be told; nothing while it works. */
export function StateStrip({ connection, format, switchState }: StateStripProps) {
  const t = useTranslations('exchange.strip');
  const words = useExchangeWords();
  const { id, condition, waitUntil, failingSince, lastProblem, waiting } = connection;
  if (condition === 'works' || condition === 'idle') return null;
  const why = lastProblem ? told(words, 'problems', lastProblem) : '';
  const values = {
    until: format.time(waitUntil ?? 0),
    since: format.longDateTime(failingSince ?? 0),
    n: waiting,
  };
  return (
    <div role="status" className={`${condition === 'disabled' ? notes.bad : notes.warn} ${notes.strip}`}>
      <span>
        <b>{t(`${condition}`, values)}</b>
        {why ? ` ${why}.` : ''} {t(`${condition}Means`, values)}
      </span>
      {condition === 'failing' ? null : (
        <form action={switchState}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" name="state" value="active" className={buttons.button}>
            {t(condition === 'waits' ? 'now' : 'resume')}
          </button>
        </form>
      )}
    </div>
  );
}
