'use client';

import { useRef, useState } from 'react';
import buttons from '@/components/form/button.module.css';
import field from '@/components/form/field.module.css';
import type { ClientChoice } from './client-choice';
import styles from './client-picker.module.css';
import { searchClients } from './search-clients';

interface ClientPickerProps {
  /** What the server found, or the client chosen before. */
  choices: ClientChoice[];
  chosen: string;
  typed: string;
  errors?: string[];
  /** Without `newClient` none can be added here. */
  words: Record<'client' | 'findClient' | 'find' | 'searchHint' | 'nobody', string> & { newClient?: string };
}

/** Search and choose: without JavaScript the button asks the server, with it every pause in typing does. */
export function ClientPicker({ choices, chosen, typed, errors, words }: ClientPickerProps) {
  const [found, setFound] = useState(choices);
  const [id, setId] = useState(chosen);
  const [asked, setAsked] = useState(typed !== '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  async function search(text: string) {
    latest.current += 1;
    const turn = latest.current;
    const clients = await searchClients(text);
    if (turn !== latest.current || !clients) return;
    const kept = found.filter((client) => String(client.id) === id && !clients.some((other) => other.id === client.id));
    setFound([...kept, ...clients]);
    setAsked(true);
  }
  function onType(text: string) {
    clearTimeout(timer.current);
    if (text.trim().length >= 2) timer.current = setTimeout(() => void search(text), 200);
  }
  const bad = errors !== undefined && errors.length > 0;
  return (
    <fieldset className={styles.picker} aria-describedby={bad ? 'client-error' : undefined}>
      <legend className={field.label}>{words.client}</legend>
      {found.length > 0 ? (
        <div className={styles.choices}>
          {found.map((client) => (
            <label key={client.id} className={styles.choice}>
              <input
                type="radio"
                name="client"
                value={client.id}
                checked={String(client.id) === id}
                onChange={(event) => setId(event.target.value)}
              />
              <span>
                <span className={styles.name}>{client.name}</span>
                {client.line ? <span className={styles.line}>{client.line}</span> : null}
              </span>
            </label>
          ))}
        </div>
      ) : asked ? (
        <p className="quiet" role="status">
          {words.nobody}
        </p>
      ) : null}
      <div className={styles.search}>
        <input
          type="search"
          name="client_search"
          defaultValue={typed}
          placeholder={words.searchHint}
          aria-label={words.findClient}
          aria-invalid={bad && !id ? true : undefined}
          aria-describedby={bad ? 'client-error' : undefined}
          autoComplete="off"
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            void search(event.currentTarget.value);
          }}
          className={field.input}
        />
        <button type="submit" name="intent" value="find_client" className={`${buttons.button} ${buttons.large}`}>
          {words.find}
        </button>
        {words.newClient ? (
          <a href="/clients/new" className={`${buttons.plain} ${buttons.large}`}>
            {words.newClient}
          </a>
        ) : null}
      </div>
      {bad ? (
        <p id="client-error" className={field.error}>
          {errors.join('. ')}
        </p>
      ) : null}
    </fieldset>
  );
}
