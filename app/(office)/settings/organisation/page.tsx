import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { singleParams } from '@/components/data-table/list-url';
import buttons from '@/components/form/button.module.css';
import { LastChange } from '@/components/settings/last-change';
import { LogoForm } from '@/components/settings/logo-form';
import { organisationFields, organisationValues } from '@/components/settings/organisation-fields';
import { SavedStrip } from '@/components/settings/saved-strip';
import styles from '@/components/settings/settings.module.css';
import { SettingsForm } from '@/components/settings/settings-form';
import { PageHead } from '@/components/shell/page-head';
import { Problem } from '@/components/states/problem';
import { listHistory } from '@/lib/domain/history/list-history';
import { maxLogoBytes } from '@/lib/domain/settings/schema';
import { freshForm } from '@/lib/entry/form-state';
import { pageCtxFor, pageFormat, pageSettings } from '@/lib/entry/page';
import type { ListPageProps } from '../../../page-props';
import { removeLogo, saveLogo, saveOrganisation } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('organisation') };
}

export default async function OrganisationPage({ searchParams }: ListPageProps) {
  const ctx = await pageCtxFor('settings.write');
  const { saved, problem } = singleParams(await searchParams);
  const [settings, format, t] = await Promise.all([pageSettings(), pageFormat(), getTranslations()]);
  const [groups, history] = await Promise.all([organisationFields(settings), listHistory(ctx, { entity: 'settings', limit: 1 })]);
  const words = {
    stale: t('form.stale'),
    staleNow: t('form.staleNow'),
    saveAnyway: t('form.saveAnyway'),
    openCurrent: t('form.openCurrent'),
  };
  const logoWords = {
    ...{ label: t('organisation.logo'), hint: t('organisation.logoHint'), upload: t('organisation.logoUpload') },
    tooLarge: t('rules.logo_size'),
  };
  return (
    <>
      <PageHead title={t('settings.sections.organisation')} />
      <Problem code={problem} />
      <SavedStrip saved={saved} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <SettingsForm
            key={settings.version}
            action={saveOrganisation}
            initial={freshForm(organisationValues(settings))}
            groups={groups}
            submit={t('form.save')}
            stale={{ href: '/settings/organisation', words }}
          />
          <LastChange entry={history.entries[0]} format={format} history="/history?entity=settings" />
        </section>
        <section className={styles.section}>
          <h2>{t('organisation.logo')}</h2>
          {settings.logo ? (
            <form action={removeLogo} className={styles.logo}>
              {/* biome-ignore lint/performance/noImgElement: a small picture behind the sign-in, nothing to be made smaller */}
              <img src={`/settings/organisation/logo?v=${settings.logo.slice(0, 12)}`} alt={t('organisation.logoNow')} />
              <button type="submit" className={buttons.button}>
                {t('organisation.logoRemove')}
              </button>
            </form>
          ) : null}
          <LogoForm key={settings.logo} action={saveLogo} initial={freshForm()} words={logoWords} limit={maxLogoBytes} />
        </section>
      </div>
    </>
  );
}
