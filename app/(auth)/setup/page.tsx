import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SetupForm } from '@/components/shell/setup-form';
import { freshForm } from '@/lib/entry/form-state';
import { isFirstStart } from '@/lib/entry/page';
import { setUpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') };
}

export default async function SetupPage() {
  if (!(await isFirstStart())) redirect('/login');
  const t = await getTranslations('setup');
  const words = {
    username: t('username'),
    password: t('password'),
    passwordHint: t('passwordHint'),
    code: t('code'),
    codeHint: t('codeHint'),
    submit: t('submit'),
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <SetupForm action={setUpAction} initial={freshForm()} words={words} />
    </>
  );
}
