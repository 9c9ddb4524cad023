'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { focusRow, rowOf } from '@/components/data-table/list-rows';
import buttons from '@/components/form/button.module.css';
import { Dialog } from '@/components/overlay/dialog';
import { showToast } from '@/components/toast/show-toast';
import type { OrderStatus } from '@/lib/domain/orders/schema';
import type { StatusAnswer, StatusWish } from './status-answer';
import styles from './status-switch.module.css';

type Conflict = Extract<StatusAnswer, { type: 'conflict' }>;

interface StatusSwitchProps {
  statuses: { value: OrderStatus; label: string; shape: ReactNode }[];
  set: (wish: StatusWish) => Promise<StatusAnswer>;
  words: Record<'status' | 'was' | 'theirs' | 'mine' | 'keepTheirs' | 'takeMine', string>;
}

/** What a status was chosen for: the row, or a button of the quick look. */
function wishOf(element: HTMLElement, to: OrderStatus): StatusWish {
  const { order = '', status = '', version = '' } = element.dataset;
  return { id: Number(order), from: status, to, version: Number(version) };
}

/** Changes a status where it stands: one menu for all rows of a list. */
export function StatusSwitch({ statuses, set, words }: StatusSwitchProps) {
  const router = useRouter();
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>(undefined);
  const [conflict, setConflict] = useState<Conflict>();
  const [, start] = useTransition();

  function send(wish: StatusWish) {
    start(async () => {
      const answer = await set(wish);
      if (answer.type === 'conflict') return setConflict(answer);
      showToast(answer.type === 'done' ? answer.toast : { text: answer.message, bad: true });
      if (answer.type === 'done') router.refresh();
    });
  }
  const sendNow = useRef(send);
  sendNow.current = send;

  useEffect(() => {
    function open(element: HTMLElement) {
      const { current } = menu;
      if (!current) return;
      opener.current = element;
      const { left, bottom } = element.getBoundingClientRect();
      current.showPopover();
      const { offsetWidth, offsetHeight } = current;
      current.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
      current.style.top = `${bottom + offsetHeight + 8 > innerHeight ? bottom - offsetHeight - 32 : bottom + 4}px`;
      const items = [...current.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
      for (const item of items) item.setAttribute('aria-checked', String(item.dataset.to === element.dataset.status));
      (items.find((item) => item.dataset.to !== element.dataset.status) ?? items[0])?.focus();
    }
    function onClick(event: MouseEvent) {
      if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
      const asked = event.target.closest<HTMLElement>('[data-status-menu]');
      const direct = event.target.closest<HTMLElement>('[data-set-status]');
      if (!asked && !direct) return;
      event.preventDefault();
      if (asked) open(asked);
      else if (direct) sendNow.current(wishOf(direct, direct.dataset.setStatus as OrderStatus));
    }
    function onNext({ target }: Event) {
      if (target instanceof HTMLElement && target.dataset.status === 'Pending') sendNow.current(wishOf(target, 'Completed'));
      else if (target instanceof HTMLElement) open(target);
    }
    document.addEventListener('click', onClick, true);
    document.addEventListener('next-status', onNext);
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('next-status', onNext);
    };
  }, []);

  function choose(to: OrderStatus) {
    menu.current?.hidePopover();
    const { current } = opener;
    focusRow(rowOf(current ?? null));
    if (current && current.dataset.status !== to) send(wishOf(current, to));
  }
  return (
    <>
      <div
        ref={menu}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={words.status}
        className={styles.menu}
        onToggle={(event) => {
          if (event.newState === 'closed' && menu.current?.contains(document.activeElement)) focusRow(rowOf(opener.current ?? null));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
          const at = items.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
          items[(at + items.length) % items.length]?.focus();
        }}
      >
        {statuses.map(({ value, label, shape }) => (
          // biome-ignore lint/a11y/useAriaPropsForRole: set for the row it opens at
          <button key={value} type="button" role="menuitemradio" data-to={value} className={styles.item} onClick={() => choose(value)}>
            {shape}
            {label}
          </button>
        ))}
      </div>
      <Dialog open={conflict !== undefined} onClose={() => setConflict(undefined)} title={conflict?.title}>
        <p className="quiet">{conflict?.when}</p>
        <dl className={styles.values}>
          <div>
            <dt>{words.was}</dt>
            <dd>{conflict?.was}</dd>
          </div>
          <div>
            <dt>{words.theirs}</dt>
            <dd>{conflict?.theirs}</dd>
          </div>
          <div>
            <dt>{words.mine}</dt>
            <dd>{conflict?.mine}</dd>
          </div>
        </dl>
        <div className={styles.ways}>
          <button
            type="button"
            className={buttons.button}
            onClick={() => {
              setConflict(undefined);
              router.refresh();
            }}
          >
            {words.keepTheirs}
          </button>
          <button
            type="button"
            className={buttons.primary}
            onClick={() => {
              setConflict(undefined);
              if (conflict) send(conflict.wish);
            }}
          >
            {words.takeMine}
          </button>
        </div>
      </Dialog>
    </>
  );
}
