/** Closes the menus that are open besides the one a press is in, and gives the focus back to who opened it; whether there was one. */
export function closeMenu(inside?: Element): boolean {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')].filter(
    (menu) => !inside || !menu.contains(inside),
  );
  for (const menu of open) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  }
  return open.length > 0;
}
