'use client';

import './tokens.css';
import './base.css';

/** When even the frame of the page has failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="ru">
      <body>
        <main style={{ maxWidth: 480, margin: '15vh auto', padding: 16 }}>
          <h1>Не удалось показать страницу</h1>
          <p>Сервер не ответил. Сохранённое не потеряно. {error.digest ? `Код ${error.digest}.` : ''}</p>
          <p>
            <a href="/">Повторить</a>
          </p>
        </main>
      </body>
    </html>
  );
}
