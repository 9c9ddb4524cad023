'use client';

import { IconCircleCheck, IconPencil, IconPrinter, IconTrash, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { allRows, tick, tickOf } from '@/components/data-table/list-rows';
import type { DownloadChoice } from '@/components/exports/download-url';
import buttons from '@/components/form/button.module.css';
import { Dialog } from '@/components/overlay/dialog';
import { showToast } from '@/components/toast/show-toast';
import { followBulk, stopBulk } from './follow-bulk';
import type { BulkAnswer, BulkWish } from './selection';
import styles from './selection-bar.module.css';
import { SelectionDownload } from './selection-download';

/** More records than this are asked about first. */
const askAbove = 20;

export interface SelectionWords {
  label: string;
  chosen: string;
  /** `{n}` stands for the number. */
  selectFound: string;
  status: string;
  edit: string;
  print: string;
  download: string;
  formats: Record<DownloadChoice['name'], string>;
  delete: string;
  clear: string;
  stop: string;
  sure: string;
  sureText: string;
  go: string;
  cancel: string;
}

interface SelectionBarProps {
  entity: 'order' | 'client';
  /** All that the list has found: their number, when it is known, and the filter behind `?`. */
  found: { count: number | undefined; totalMinor: number | undefined; query: string };
  /** How the list is shown, for downloads: sorting, columns and language, as parameters. */
  shown: string;
  statuses: { value: string; label: string; shape: ReactNode }[];
  change: (wish: BulkWish) => Promise<BulkAnswer>;
  locale: string;
  symbol: string;
  words: SelectionWords;
}

interface Chosen {
  ids: number[];
  seen: number[];
  /** Kopecks. */
  sum: number;
}

const nothing: Chosen = { ids: [], seen: [], sum: 0 };

function tickedRows(): HTMLTableRowElement[] {
  return allRows().filter((row) => tickOf(row)?.checked);
}

function chosenNow(): Chosen {
  const rows = tickedRows();
  return {
    ids: rows.map((row) => Number(row.dataset.row)),
    seen: rows.map((row) => Number(row.dataset.version)),
    sum: rows.reduce((sum, row) => sum + Number(row.dataset.sum ?? 0), 0),
  };
}

/** What can be done with the rows that are ticked, or with all that were found: with progress, and the way back. */
export function SelectionBar({ entity, found, shown, statuses, change, locale, symbol, words }: SelectionBarProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<BulkWish['action']>();
  const [running, setRunning] = useState<{ id: number; done: number; total: number }>();

  useEffect(() => {
    function onChange(event: Event) {
      if (!(event.target instanceof HTMLInputElement)) return;
      if (event.target.dataset.tickPage !== undefined) tick(allRows(), event.target.checked);
      else if (event.target.name === 'ids') {
        setAll(false);
        setChosen(chosenNow());
      }
    }
    // A browser may bring ticks back with the page.
    setChosen(chosenNow());
    document.addEventListener('change', onChange);
    return () => document.removeEventListener('change', onChange);
  }, []);

  const count = all ? found.count : chosen.ids.length;
  const sum = all ? found.totalMinor : chosen.sum;
  const number = new Intl.NumberFormat(locale);
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const told = [
    `${words.chosen} ${count === undefined ? '' : number.format(count)}`,
    ...(entity === 'order' && sum !== undefined ? [`${money.format(sum / 100)}\u00a0${symbol}`] : []),
  ].join(' · ');

  function clear() {
    setAll(false);
    tick(tickedRows(), false);
    setChosen(nothing);
  }
  async function run(action: BulkWish['action']) {
    setAsked(undefined);
    const answer = await change(all ? { entity, query: found.query, action } : { entity, ids: chosen.ids, seen: chosen.seen, action });
    if (answer.type === 'refused') return showToast({ text: answer.message, bad: true });
    setRunning({ id: answer.run, done: 0, total: answer.total });
    const end = await followBulk(answer.run, (done, total) => setRunning({ id: answer.run, done, total }));
    setRunning(undefined);
    showToast({ text: answer.text.replace('{n}', number.format(end.done)), group: end.group ?? undefined });
    if (end.refused > 0) router.push(`/bulk/${answer.run}`);
    else {
      clear();
      router.refresh();
    }
  }
  function ask(action: BulkWish['action']) {
    if ((count ?? askAbove + 1) > askAbove) setAsked(action);
    else void run(action);
  }
  if (chosen.ids.length === 0 && !running) return null;
  const selection = all ? `${found.query}${found.query ? '&' : ''}all=1` : `ids=${chosen.ids.join(',')}`;
  const place = entity === 'order' ? '/orders' : '/clients';
  return (
    <section className={styles.bar} aria-label={words.label} data-selection="">
      <div className={styles.count}>
        <b role="status">{told}</b>
        {!all && found.count !== chosen.ids.length && chosen.ids.length > 0 ? (
          <button type="button" className={styles.all} data-select-found="" onClick={() => setAll(true)}>
            {words.selectFound}
          </button>
        ) : null}
      </div>
      {running ? (
        <>
          <progress className={styles.progress} max={running.total} value={running.done} aria-label={words.label} />
          <span className="num">
            {number.format(running.done)} / {number.format(running.total)}
          </span>
          <button type="button" className={styles.act} onClick={() => void stopBulk(running.id)}>
            {words.stop}
          </button>
        </>
      ) : (
        <>
          {statuses.length > 0 ? (
            <>
              <button type="button" className={styles.act} popoverTarget="bulk-statuses">
                <IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />
                {words.status}
              </button>
              <div id="bulk-statuses" popover="auto" className={styles.statuses}>
                {statuses.map(({ value, label, shape }) => (
                  <button
                    key={value}
                    type="button"
                    className={styles.status}
                    onClick={(event) => {
                      event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                      ask({ type: 'edit', fields: { status: value } });
                    }}
                  >
                    {shape}
                    {label}
                  </button>
                ))}
              </div>
            </>
          ) : null}
          <a href={`${place}/bulk?${selection}`} className={styles.act}>
            <IconPencil size={16} stroke={1.6} aria-hidden="true" />
            {words.edit}
          </a>
          {entity === 'order' && !all ? (
            <a href={`/orders/print?${selection}&form=invoice`} className={styles.act}>
              <IconPrinter size={16} stroke={1.6} aria-hidden="true" />
              {words.print}
            </a>
          ) : null}
          <SelectionDownload
            entity={entity}
            chosen={all ? found.query : `${selection}${/(^|&)deleted=1/.test(found.query) ? '&deleted=1' : ''}`}
            shown={shown}
            label={words.download}
            choices={words.formats}
          />
          <button type="button" className={styles.act} data-key="Del" onClick={() => ask({ type: 'delete' })}>
            <IconTrash size={16} stroke={1.6} aria-hidden="true" />
            {words.delete}
          </button>
          <button type="button" className={styles.act} aria-label={words.clear} title={words.clear} onClick={clear}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </button>
        </>
      )}
      <Dialog open={asked !== undefined} onClose={() => setAsked(undefined)} title={words.sure}>
        <p className={styles.sure}>{told}</p>
        <p className="quiet">{words.sureText}</p>
        <div className={styles.ways}>
          <button type="button" className={buttons.button} onClick={() => setAsked(undefined)}>
            {words.cancel}
          </button>
          <button type="button" className={buttons.primary} onClick={() => asked && void run(asked)}>
            {words.go}
          </button>
        </div>
      </Dialog>
    </section>
  );
}
