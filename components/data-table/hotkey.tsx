/** The key that presses a button, shown beside its word; screen readers have their own keys. */
export function Hotkey({ name }: { name: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{name}</kbd>
    </span>
  );
}
