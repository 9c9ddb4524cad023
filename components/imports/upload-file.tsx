'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, type ReactNode, useRef, useState } from 'react';
import buttons from '@/components/form/button.module.css';
import notes from '@/components/states/note.module.css';

interface UploadFileProps {
  action: string;
  className: string | undefined;
  barClass: string | undefined;
  /** `sending` with `{done}` and `{total}` in it, megabytes. */
  words: Record<'lost' | 'stop' | 'sending' | 'label', string>;
  children: ReactNode;
}

/** Bytes sent, of how many. */
interface Sent {
  done: number;
  total: number;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}

/** What the server answered; undefined when nothing it would say came back. */
function answerOf(request: XMLHttpRequest): { href: string; problem?: string } | undefined {
  try {
    const given: unknown = JSON.parse(request.responseText);
    return typeof given === 'object' && given !== null && 'href' in given ? (given as { href: string }) : undefined;
  } catch {
    return undefined;
  }
}

/** A plain form with a file; with scripts the file goes as it is, so that its size is no matter, and one sees how far it is. */
export function UploadFile({ action, className, barClass, words, children }: UploadFileProps) {
  const router = useRouter();
  const running = useRef<XMLHttpRequest>(undefined);
  const [sent, setSent] = useState<Sent>();
  const [lost, setLost] = useState(false);
  const [over, setOver] = useState(false);

  function send(file: File) {
    const request = new XMLHttpRequest();
    running.current = request;
    setLost(false);
    setSent({ done: 0, total: file.size });
    request.upload.addEventListener('progress', ({ loaded }) => setSent({ done: loaded, total: file.size }));
    request.addEventListener('loadend', () => {
      const answer = answerOf(request);
      // The bar stays until the next page is there, unless this one has something to say.
      if (!answer || answer.problem) setSent(undefined);
      if (answer) router.push(answer.href);
      else setLost(request.status !== 0 || running.current !== undefined);
    });
    request.open('POST', `${action}&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  }
  function stop() {
    const { current } = running;
    running.current = undefined;
    current?.abort();
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const input = event.currentTarget.elements.namedItem('file') as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    event.preventDefault();
    if (!sent) send(file);
  }
  function onDrop(event: DragEvent<HTMLFormElement>) {
    event.preventDefault();
    setOver(false);
    const input = event.currentTarget.elements.namedItem('file') as HTMLInputElement;
    if (event.dataTransfer.files.length === 1 && !sent) input.files = event.dataTransfer.files;
  }
  function onDrag(event: DragEvent<HTMLFormElement>) {
    event.preventDefault();
    setOver(event.type === 'dragover');
  }
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className={className}
      data-over={over ? '' : undefined}
      onSubmit={onSubmit}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrop}
    >
      {children}
      {lost ? (
        <p role="alert" className={notes.bad}>
          {words.lost}
        </p>
      ) : null}
      {sent ? (
        <div>
          <progress className={barClass} max={sent.total} value={sent.done} aria-label={words.label} />
          <p className="quiet num">
            {words.sending.replace('{done}', megabytes(sent.done)).replace('{total}', megabytes(sent.total))}{' '}
            <button type="button" className={buttons.link} onClick={stop}>
              {words.stop}
            </button>
          </p>
        </div>
      ) : null}
    </form>
  );
}
