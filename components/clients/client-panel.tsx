'use client';

import { useMemo } from 'react';
import type { FormOwner } from '@/components/form/form-keeper';
import { Dialog } from '@/components/overlay/dialog';
import { type FormState, freshForm } from '@/lib/entry/form-state';
import type { EntryWords } from '@/lib/i18n/entry-words';
import type { ClientChoice } from './client-choice';
import { ClientForm, type ClientFormWords } from './client-form';
import { clientFromText } from './client-from-text';

/** A client's form that goes on where it stands: it answers the client it made. */
export interface ClientMadeState extends FormState {
  made?: ClientChoice;
}

interface ClientPanelProps {
  /** What was looked for without success. */
  typed: string;
  action: (previous: ClientMadeState, data: FormData) => Promise<ClientMadeState>;
  title: string;
  words: ClientFormWords;
  lost: string;
  /** Who signs in again when the session ends meanwhile. */
  owner: FormOwner;
  session: EntryWords['session'];
  onClose: () => void;
  onMade: (client: ClientChoice) => void;
}

function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A new client beside the form that needs him. */
export function ClientPanel({ typed, action, title, words, lost, ...aside }: ClientPanelProps) {
  const initial = useMemo((): ClientMadeState => freshForm({ ...clientFromText(typed), form_key: freshKey() }), [typed]);
  return (
    <Dialog open onClose={aside.onClose} title={title} shape="panel">
      <ClientForm action={action} initial={initial} words={words} lost={lost} aside={aside} />
    </Dialog>
  );
}
