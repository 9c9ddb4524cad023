import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CheckForm } from '@/components/exchange/check-form';
import { ConnectionFacts } from '@/components/exchange/connection-facts';
import { secretFields, wordOfField } from '@/components/exchange/connection-fields';
import { ConnectionForm } from '@/components/exchange/connection-form';
import { ConnectionFrame } from '@/components/exchange/connection-frame';
import { ConnectionSwitch } from '@/components/exchange/connection-switch';
import { CopyField } from '@/components/exchange/copy-field';
import { freshConnection } from '@/components/exchange/form-state';
import { formWords } from '@/components/exchange/form-words';
import { Steps } from '@/components/exchange/steps';
import { wordOr } from '@/components/exchange/words';
import buttons from '@/components/form/button.module.css';
import settings from '@/components/settings/settings.module.css';
import { calledAddress } from '@/lib/integrations/address';
import type { RecordPageProps } from '../../../../page-props';
import { changeSecretAction, deleteConnectionAction, switchConnectionAction } from '../actions';
import { checkConnectionAction } from '../check-action';
import { sendTestAction } from '../queue-actions';
import { connectionPage } from './connection-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('one') };
}

export default async function ConnectionPage(props: RecordPageProps) {
  const { id, connection, provider, format, t, given } = await connectionPage(props);
  const words = await formWords();
  const address = calledAddress({ ...connection });
  const login = typeof connection.settings.login === 'string' ? connection.settings.login : undefined;
  const copied = t('copied');
  const loginWord = wordOfField(t, 'fields', connection.kind, 'login') ?? 'login';
  const frame = { connection, provider, format, problem: given.problem, switchState: switchConnectionAction };
  return (
    <ConnectionFrame {...frame} tab="overview">
      <div className={settings.sections}>
        <section className={settings.section}>
          <ConnectionFacts connection={connection} format={format} />
        </section>
        {address ? (
          <section className={settings.section}>
            <h2>{t('addressTitle')}</h2>
            <div className={settings.form}>
              <CopyField id="address" label={t('address')} value={address} copy={t('copy', { what: t('address') })} copied={copied} />
              {login ? (
                <CopyField id="login" label={loginWord} value={login} copy={t('copy', { what: loginWord })} copied={copied} />
              ) : null}
              <Steps kind={connection.kind} />
            </div>
          </section>
        ) : null}
        {provider?.check ? (
          <section className={settings.section}>
            <h2>{t('checkTitle')}</h2>
            <p className={settings.text}>{wordOr(t, `checkTexts.${connection.kind}`, '')}</p>
            <CheckForm
              id={id}
              action={checkConnectionAction}
              words={{ check: t('check'), checking: t('checking'), yes: t('good'), no: t('bad') }}
            />
            {connection.kind === 'webhook' ? (
              <form action={sendTestAction} style={{ marginTop: 12 }}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className={buttons.button}>
                  {t('sendTest')}
                </button>
              </form>
            ) : null}
          </section>
        ) : null}
        {provider && provider.secrets.length > 0 ? (
          <section className={settings.section}>
            <h2>{t('secretsTitle')}</h2>
            {provider.secrets.map(({ name, origin }) => (
              <details key={name} className={settings.ask} open={given.secret === name}>
                <summary>
                  {wordOfField(t, 'fields', connection.kind, name) ?? name}{' '}
                  <span className="num muted">{connection.secrets[name] ?? '—'}</span>{' '}
                  <span className={`${buttons.plain} ${buttons.link}`}>{t('change')}</span>
                </summary>
                <p className={settings.text}>{t(origin === 'made' ? 'changeMade' : 'changeGiven')}</p>
                <ConnectionForm
                  action={changeSecretAction}
                  initial={freshConnection({ id: String(id), kind: connection.kind, which: name })}
                  fields={secretFields(provider, t).filter((field) => field.name === name)}
                  submit={t(origin === 'made' ? 'makeNew' : 'changeSecret')}
                  words={words}
                />
              </details>
            ))}
          </section>
        ) : null}
        <section className={settings.section}>
          <h2>{t('stateTitle')}</h2>
          <ConnectionSwitch connection={connection} switchState={switchConnectionAction} remove={deleteConnectionAction} />
        </section>
      </div>
    </ConnectionFrame>
  );
}
