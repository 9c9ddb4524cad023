import { Hotkey } from '@/components/data-table/hotkey';
import buttons from './button.module.css';

/** The form's main button; a second press while the first is under way does nothing. */
export function SubmitButton({
  label,
  pending,
  large = true,
  wide = false,
  hint,
}: {
  label: string;
  pending: boolean;
  large?: boolean;
  wide?: boolean;
  /** The key that presses it. */
  hint?: string;
}) {
  const classes = [buttons.primary, large && buttons.large, wide && buttons.wide].filter(Boolean).join(' ');
  return (
    <button type="submit" className={classes} aria-disabled={pending}>
      {label}
      {hint ? <Hotkey name={hint} /> : null}
    </button>
  );
}
