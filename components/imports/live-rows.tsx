'use client';

import { useRouter } from 'next/navigation';
import { type FocusEvent, Fragment, type ReactNode, type SyntheticEvent, useState } from 'react';
import { showToast } from '@/components/toast/show-toast';

export interface LiveRow {
  id: number;
  node: ReactNode;
}

/** A record as it stands after something was decided about it, and a sentence about that. */
export interface RowAnswer {
  node?: ReactNode;
  said: string;
}

interface LiveRowsProps {
  rows: LiveRow[];
  head: ReactNode;
  className: string | undefined;
  answer: (data: FormData) => Promise<RowAnswer>;
  /** Told when the server does not answer. */
  lost: string;
}

/** The next cell to be put right, or the row itself, when the cell one was in is gone. */
function focusAfter(row: HTMLElement | null): void {
  if (!row || document.activeElement !== document.body) return;
  const cells = [...document.querySelectorAll<HTMLElement>('[data-fix]')];
  const next = cells.find((cell) => (row.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  (next ?? row).focus();
}

/**
 * Rows whose small forms answer in place: a cell is sent on Enter or when one leaves it, a choice as soon as it is made. A row
 * stays where it is even when it belongs to another group now; the counts around it are read anew.
 */
export function LiveRows({ rows, head, className, answer, lost }: LiveRowsProps) {
  const router = useRouter();
  const [kept] = useState(rows);
  const [answered, setAnswered] = useState<ReadonlyMap<number, { node: ReactNode; at: LiveRow[] }>>(new Map());
  const [said, setSaid] = useState('');
  const fresh = new Map(rows.map(({ id, node }) => [id, node]));

  async function send(form: HTMLFormElement, submitter: HTMLElement | null) {
    const data = new FormData(form, submitter);
    const id = Number(data.get('row'));
    const told = await answer(data).catch(() => undefined);
    if (!told?.node) showToast({ text: told?.said ?? lost, bad: true });
    if (!told?.node) return;
    const { node } = told;
    setSaid(told.said);
    setAnswered((before) => new Map(before).set(id, { node, at: rows }));
    router.refresh();
    setTimeout(() => focusAfter(document.getElementById(`row-${id}`)), 100);
  }
  function onSubmit(event: SyntheticEvent<HTMLElement, SubmitEvent>) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    for (const input of form.querySelectorAll<HTMLInputElement>('[data-fix]')) input.dataset.fix = input.value;
    void send(form, event.nativeEvent.submitter);
  }
  function onBlur({ target }: FocusEvent<HTMLElement>) {
    if (!(target instanceof HTMLInputElement) || target.dataset.fix === undefined) return;
    // What was sent on Enter is not sent once more.
    if (target.value !== (target.dataset.fix || target.defaultValue)) target.form?.requestSubmit();
  }
  function onChange({ target }: SyntheticEvent<HTMLElement>) {
    if (target instanceof HTMLInputElement && target.type === 'radio') target.form?.requestSubmit();
  }
  return (
    <>
      <table className={className}>
        {head}
        <tbody onSubmit={onSubmit} onBlur={onBlur} onChange={onChange}>
          {kept.map(({ id, node }) => {
            const own = answered.get(id);
            return <Fragment key={id}>{own && (own.at === rows || !fresh.has(id)) ? own.node : (fresh.get(id) ?? node)}</Fragment>;
          })}
        </tbody>
      </table>
      <p role="status" className="hidden">
        {said}
      </p>
    </>
  );
}
