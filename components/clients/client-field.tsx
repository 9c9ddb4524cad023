'use client';

import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import buttons from '@/components/form/button.module.css';
import { Combobox } from '@/components/form/combobox';
import combobox from '@/components/form/combobox.module.css';
import field from '@/components/form/field.module.css';
import { useHydrated } from '@/components/form/use-hydrated';
import { Initials } from '@/components/text/initials';
import { Marked } from '@/components/text/marked';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import { searchWords } from '@/lib/search/normalise';
import type { ClientChoice } from './client-choice';
import styles from './client-field.module.css';
import { ClientPicker } from './client-picker';
import { searchClients } from './search-clients';

interface ClientFieldProps {
  client: ClientChoice | undefined;
  onChoose: (client: ClientChoice) => void;
  /** Asks for a new client, of whom this was typed; absent where none can be added. */
  onCreate?: (typed: string) => void;
  /** For the way without scripts: what the server found, and what was looked for. */
  choices: ClientChoice[];
  typed: string;
  errors?: string[];
  words: Record<'client' | 'findClient' | 'find' | 'searchHint' | 'nobody' | 'change' | 'newClient', string>;
  entry: EntryWords;
}

/** Rest in typing before anybody is looked for, ms. */
const rest = 200;

function Option({ client, search }: { client: ClientChoice; search: string }) {
  return (
    <span className={combobox.pair}>
      <span>
        <Marked text={client.name} words={searchWords(search)} />
      </span>
      <small>
        <Marked text={client.line} words={searchWords(search)} />
      </small>
    </span>
  );
}

type SearchProps = Pick<ClientFieldProps, 'onChoose' | 'onCreate' | 'errors' | 'words' | 'entry'> & {
  asked: boolean;
  onLeave?: () => void;
};

function ClientSearch({ onChoose, onCreate, errors, words, entry, asked, onLeave }: SearchProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<ClientChoice[]>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const typed = text.trim();

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    // The first thing to fill in; where a finger types, its keyboard would cover the page.
    const idle = document.activeElement === document.body || document.activeElement?.tagName === 'H1';
    if (asked || (idle && matchMedia('(pointer: fine)').matches)) input.current?.focus();
  }, [asked]);

  function onText(next: string) {
    setText(next);
    clearTimeout(timer.current);
    turn.current += 1;
    const own = turn.current;
    if (next.trim().length < 2) return setFound(undefined);
    timer.current = setTimeout(async () => {
      const clients = await searchClients(next.trim());
      if (clients && own === turn.current) setFound(clients);
    }, rest);
  }
  const options = (found ?? []).map((client) => ({ key: String(client.id), content: <Option client={client} search={typed} /> }));
  const create = {
    key: 'new',
    last: true,
    content: (
      <span>
        <IconPlus size={16} stroke={1.6} aria-hidden="true" /> {fill(entry.newClient, { name: typed })}
      </span>
    ),
  };
  const bad = errors !== undefined && errors.length > 0;
  return (
    <Combobox
      id="client"
      name="client_search"
      value={text}
      onText={onText}
      options={found && onCreate ? [...options, create] : options}
      onChoose={(key) => {
        const client = found?.find(({ id }) => String(id) === key);
        if (client) onChoose(client);
        else onCreate?.(typed);
      }}
      listLabel={entry.clients}
      placeholder={words.searchHint}
      aria-invalid={bad ? true : undefined}
      aria-describedby={bad ? 'client-problem' : undefined}
      inputRef={input}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text === '' && onLeave) {
          event.preventDefault();
          onLeave();
        } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !found) event.preventDefault();
      }}
      className={`${field.input} ${styles.search}`}
    />
  );
}

/** Whose order it is: the chosen client with a way to change him, or a search with suggestions. Without scripts `ClientPicker` stands here. */
export function ClientField({ client, onChoose, onCreate, choices, typed, errors, words, entry }: ClientFieldProps) {
  const hydrated = useHydrated();
  const [changing, setChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const chosen = client && !changing ? client : undefined;
  const bad = errors !== undefined && errors.length > 0;

  function choose(next: ClientChoice) {
    setChanging(false);
    onChoose(next);
    requestAnimationFrame(() => change.current?.closest('form')?.querySelector<HTMLElement>('[name="items.0.product"]')?.focus());
  }
  return (
    <div className={styles.client}>
      <div className={`${field.field} ${styles.scripted}`}>
        <label htmlFor="client" className={field.label}>
          {words.client}
        </label>
        {client ? (
          <>
            <input type="hidden" name="client" value={client.id} />
            <input type="hidden" name="client_name" value={client.name} />
            <input type="hidden" name="client_line" value={client.line} />
          </>
        ) : null}
        {chosen ? (
          <div className={styles.chosen}>
            <Initials name={chosen.name} large />
            <span className={styles.about}>
              <b>{chosen.name}</b>
              <small>{chosen.line}</small>
            </span>
            <button
              ref={change}
              id="client"
              type="button"
              className={`${buttons.plain} ${buttons.link}`}
              onClick={() => setChanging(true)}
              aria-label={`${words.change}: ${fill(entry.clientChosen, { name: chosen.name })}`}
            >
              {words.change}
            </button>
          </div>
        ) : (
          <ClientSearch
            onChoose={choose}
            onCreate={onCreate}
            errors={errors}
            words={words}
            entry={entry}
            asked={changing}
            onLeave={client ? () => setChanging(false) : undefined}
          />
        )}
        {bad ? (
          <p id="client-problem" className={field.error}>
            {errors.join('. ')}
          </p>
        ) : null}
      </div>
      {hydrated ? null : (
        <div className={styles.plain}>
          <ClientPicker choices={choices} chosen={client ? String(client.id) : ''} typed={typed} errors={errors} words={words} />
        </div>
      )}
    </div>
  );
}
