import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import buttons from '@/components/form/button.module.css';
import styles from '@/components/shell/auth.module.css';
import { SignInForm } from '@/components/shell/sign-in-form';
import notes from '@/components/states/note.module.css';
import { freshForm } from '@/lib/entry/form-state';
import { isFirstStart, pageActor, pageSettings } from '@/lib/entry/page';
import { safeReturn } from '@/lib/entry/web-sign-in';
import type { ListPageProps } from '../../page-props';
import { signInAction, signInToDemo } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') };
}

export default async function LoginPage({ searchParams }: ListPageProps) {
  const { next, changed } = await searchParams;
  const path = safeReturn(typeof next === 'string' ? next : undefined);
  const [t, settings, actor, first] = await Promise.all([getTranslations('login'), pageSettings(), pageActor(), isFirstStart()]);
  if (first) redirect('/setup');
  if (actor) redirect(path);
  const words = { username: t('username'), password: t('password'), submit: t('submit') };
  return (
    <>
      <h1>{t('title')}</h1>
      {changed === 'password' ? (
        <p role="status" className={notes.ok}>
          {t('passwordChanged')}
        </p>
      ) : null}
      <SignInForm action={signInAction} initial={freshForm({ next: path })} words={words} />
      <div className={styles.aside}>
        {settings.demo === 1 ? (
          <form action={signInToDemo}>
            <p>{t.rich('demo', { b: (text) => <b>{text}</b> })}</p>
            <input type="hidden" name="next" value={path} />
            <button type="submit" className={`${buttons.plain} ${buttons.link}`}>
              {t('demoSubmit')}
            </button>
          </form>
        ) : (
          <p>{t('forgotten')}</p>
        )}
      </div>
    </>
  );
}
