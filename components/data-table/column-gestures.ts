import type { LayoutSent } from './list-gestures';

type Save = (change: LayoutSent) => Promise<void>;

/** ms of rest after which a width set by keys is kept. */
const restBeforeSaving = 500;

function widthOf(edge: HTMLElement): number {
  return edge.closest('th')?.getBoundingClientRect().width ?? 0;
}

function setWidth(edge: HTMLElement, width: number): number {
  const [min, max] = [Number(edge.ariaValueMin), Number(edge.ariaValueMax)];
  const fitting = Math.round(Math.min(Math.max(width, min), max));
  edge.ariaValueNow = String(fitting);
  edge.closest('table')?.querySelector<HTMLElement>(`col[data-col="${edge.dataset.resize}"]`)?.style.setProperty('--w', `${fitting}px`);
  return fitting;
}

/** The edge of a heading follows the pointer until it is let go. */
function dragEdge(save: Save, down: PointerEvent): void {
  const edge = down.target instanceof HTMLElement ? down.target : undefined;
  const name = edge?.dataset.resize;
  if (!edge || !name || down.button !== 0) return;
  down.preventDefault();
  edge.setPointerCapture(down.pointerId);
  edge.dataset.moving = '';
  const before = widthOf(edge);
  let width = before;
  const ended = new AbortController();
  const { signal } = ended;
  edge.addEventListener(
    'pointermove',
    (move) => {
      width = setWidth(edge, before + move.clientX - down.clientX);
    },
    { signal },
  );
  const end = () => {
    ended.abort();
    delete edge.dataset.moving;
    if (width !== before) void save({ widths: { [name]: width } });
  };
  edge.addEventListener('pointerup', end, { signal });
  edge.addEventListener('pointercancel', end, { signal });
}

function followEdges(save: Save, signal: AbortSignal): void {
  document.addEventListener('pointerdown', (down) => dragEdge(save, down), { signal });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener(
    'keydown',
    (event) => {
      const edge = event.target instanceof HTMLElement ? event.target : undefined;
      const name = edge?.dataset.resize;
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!edge || !name || !by) return;
      event.preventDefault();
      const width = setWidth(edge, Number(edge.ariaValueNow) + by * (event.shiftKey ? 32 : 8));
      clearTimeout(waiting);
      waiting = setTimeout(() => void save({ widths: { [name]: width } }), restBeforeSaving);
    },
    { signal },
  );
}

/** Columns of the menu, dragged by their grips; the page itself puts them in their new order. */
function followGrips(save: Save, signal: AbortSignal): void {
  let dragged: HTMLElement | null = null;
  const columnAt = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>('li[data-column]') : null);
  const unmark = () => {
    for (const marked of document.querySelectorAll<HTMLElement>('li[data-over]')) delete marked.dataset.over;
  };
  document.addEventListener(
    'dragstart',
    (event) => {
      dragged = event.target instanceof HTMLElement && event.target.dataset.grip !== undefined ? columnAt(event) : null;
      if (dragged) event.dataTransfer?.setDragImage(dragged, 8, 8);
    },
    { signal },
  );
  document.addEventListener(
    'dragover',
    (event) => {
      const over = dragged && columnAt(event);
      if (!over || over.parentElement !== dragged?.parentElement) return;
      event.preventDefault();
      unmark();
      if (over !== dragged) over.dataset.over = '';
    },
    { signal },
  );
  document.addEventListener(
    'drop',
    (event) => {
      const over = dragged && columnAt(event);
      if (!dragged || !over || over === dragged) return;
      event.preventDefault();
      const all = [...(over.parentElement?.querySelectorAll<HTMLElement>('li[data-column]') ?? [])].filter((item) => item !== dragged);
      all.splice(all.indexOf(over), 0, dragged);
      void save({ order: all.map((item) => item.dataset.column ?? '') });
    },
    { signal },
  );
  document.addEventListener(
    'dragend',
    () => {
      dragged = null;
      unmark();
    },
    { signal },
  );
}

/** Widths by pointer and arrow keys, order by dragging; until `signal` ends it. */
export function followColumnGestures(save: Save, signal: AbortSignal): void {
  followEdges(save, signal);
  followGrips(save, signal);
}
