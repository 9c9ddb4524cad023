import buttons from '@/components/form/button.module.css';
import type { RunKind } from '@/lib/domain/exchange/schema';

interface StartRunProps {
  id: number;
  tab: 'first' | 'reconciliation';
  kind: RunKind;
  label: string;
  primary?: boolean;
  action: (data: FormData) => Promise<never>;
}

/** The button that has the other side read. */
export function StartRun({ id, tab, kind, label, primary = false, action }: StartRunProps) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="tab" value={tab} />
      <button type="submit" name="kind" value={kind} className={primary ? buttons.primary : buttons.button}>
        {label}
      </button>
    </form>
  );
}
