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

/** ms within which a problem and the pause it led to are noted. */
const haltedWithin = 500;

/** Why a connection does not work and what that means for what is to be told; nothing while it works. */
export function StateStrip({ connection, format, switchState }: StateStripProps) {
  const t = useTranslations('exchange.strip');
  const words = useExchangeWords();
  const { id, condition, waitUntil, failingSince, lastProblem, lastProblemAt, updatedAt, waiting } = connection;
  if (condition === 'works' || condition === 'idle') return null;
  // A pause that a person made has no reason of the other side's.
  const own = (condition === 'paused' || condition === 'disabled') && (lastProblemAt ?? 0) < updatedAt - haltedWithin;
  const why = lastProblem && !own ? told(words, 'problems', lastProblem).replace(/\.$/, '') : '';
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
