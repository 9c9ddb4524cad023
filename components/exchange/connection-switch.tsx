import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import settings from '@/components/settings/settings.module.css';
import type { FaringConnection } from '@/lib/domain/connections/faring';

interface ConnectionSwitchProps {
  connection: FaringConnection;
  switchState: (data: FormData) => Promise<never>;
  remove: (data: FormData) => Promise<never>;
}

/** Pauses a connection or takes it away; both can be taken back. */
export function ConnectionSwitch({ connection: { id, state }, switchState, remove }: ConnectionSwitchProps) {
  const t = useTranslations('exchange');
  const active = state === 'active';
  return (
    <>
      <p className={settings.text}>{t(active ? 'pauseText' : 'resumeText')}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <form action={switchState}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" name="state" value={active ? 'paused' : 'active'} className={buttons.button}>
            {t(active ? 'pause' : 'strip.resume')}
          </button>
        </form>
        <form action={remove}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={buttons.danger}>
            {t('delete')}
          </button>
        </form>
      </div>
    </>
  );
}
