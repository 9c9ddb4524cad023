import { allRows, focusRow, rowOf, tick, tickOf } from './list-rows';

/** A press this long marks a row, ms. */
const long = 500;

/** How far a row is drawn until it means something, px. */
const far = 72;

interface Touch {
  row: HTMLTableRowElement;
  x: number;
  y: number;
  /** How far it is drawn; undefined until it is known that it is not the page that scrolls. */
  drawn: number | undefined;
}

/** What fingers do to the rows of a phone: drawn right to the next status, drawn left to the quick look, held down to mark. */
export function followRowGestures(signal: AbortSignal): void {
  let touch: Touch | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function letGo(): Touch | undefined {
    clearTimeout(timer);
    const { row } = touch ?? {};
    row?.style.removeProperty('transform');
    const ended = touch;
    touch = undefined;
    return ended;
  }
  function begin(event: TouchEvent) {
    const row = rowOf(event.target);
    const [finger, another] = event.touches;
    if (!row || !finger || another) return;
    touch = { row, x: finger.clientX, y: finger.clientY, drawn: undefined };
    timer = setTimeout(() => {
      letGo();
      tick([row], !tickOf(row)?.checked);
      navigator.vibrate?.(10);
    }, long);
  }
  function move(event: TouchEvent) {
    const [finger] = event.touches;
    if (!touch || !finger) return;
    const [dx, dy] = [finger.clientX - touch.x, finger.clientY - touch.y];
    if (touch.drawn === undefined && Math.hypot(dx, dy) < 10) return;
    if (touch.drawn === undefined && Math.abs(dx) < 2 * Math.abs(dy)) {
      letGo();
      return;
    }
    clearTimeout(timer);
    touch.drawn = dx;
    touch.row.style.transform = `translateX(${Math.max(-far - 16, Math.min(far + 16, dx))}px)`;
  }
  function end(event: TouchEvent) {
    const { row, drawn = 0 } = letGo() ?? {};
    if (!row || Math.abs(drawn) < far) return;
    // The finger has done something else than press.
    event.preventDefault();
    if (drawn > 0) row.querySelector('[data-status-menu]')?.dispatchEvent(new CustomEvent('next-status', { bubbles: true }));
    else {
      focusRow(row);
      document.dispatchEvent(new CustomEvent('quick-look'));
    }
  }
  /** While rows are marked, a press marks one more instead of opening it. */
  function press(event: MouseEvent) {
    const row = rowOf(event.target);
    if (!row || !allRows().some((one) => tickOf(one)?.checked)) return;
    event.preventDefault();
    event.stopPropagation();
    tick([row], !tickOf(row)?.checked);
  }
  document.addEventListener('touchstart', begin, { signal, passive: true });
  document.addEventListener('touchmove', move, { signal, passive: true });
  document.addEventListener('touchend', end, { signal, passive: false });
  document.addEventListener('touchcancel', letGo, { signal });
  document.addEventListener('contextmenu', (event) => rowOf(event.target) && event.preventDefault(), { signal });
  document.addEventListener('click', press, { signal, capture: true });
}
