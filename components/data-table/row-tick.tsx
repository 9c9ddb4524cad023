import styles from './table.module.css';

/** The form that the ticks of a list belong to. */
export const selectionForm = 'selection';

/** Marks a row for a change of many; belongs to a form beside the table, so that rows may hold forms of their own. */
export function RowTick({ id, label }: { id: number; label: string }) {
  return <input type="checkbox" name="ids" value={id} form={selectionForm} aria-label={label} className={styles.tick} />;
}
