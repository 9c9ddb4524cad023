'use client';

import { useEffect, useState } from 'react';
import buttons from '@/components/form/button.module.css';
import { EmptyState } from '@/components/states/empty-state';

/** No message file comes here: the page that failed may be the one that reads it. */
const words = {
  ru: { title: 'Не удалось показать страницу', text: 'Сервер не ответил. Сохранённое не потеряно.', code: 'Код', retry: 'Повторить' },
  en: { title: 'Could not show the page', text: 'The server did not answer. What was saved is safe.', code: 'Code', retry: 'Try again' },
};

export default function OfficeError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [language, setLanguage] = useState<'ru' | 'en'>('ru');
  useEffect(() => setLanguage(document.documentElement.lang === 'en' ? 'en' : 'ru'), []);
  const { title, text, code, retry } = words[language];
  return (
    <EmptyState heading="h1" icon="!" title={title} text={error.digest ? `${text} ${code} ${error.digest}.` : text}>
      <button type="button" className={buttons.primary} onClick={reset}>
        {retry}
      </button>
    </EmptyState>
  );
}
