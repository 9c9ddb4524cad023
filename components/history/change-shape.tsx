import { IconArrowBackUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import styles from './history.module.css';

const shapes = { create: IconPlus, update: IconPencil, delete: IconTrash, restore: IconArrowBackUp };

/** What happened, as a shape: plus, pencil, bin, arrow back. */
export function ChangeShape({ action }: { action: string }) {
  const known = action === 'create' || action === 'delete' || action === 'restore' ? action : 'update';
  const Shape = shapes[known];
  return (
    <span className={`${styles.shape} ${styles[known]}`} aria-hidden="true">
      <Shape size={14} stroke={1.6} />
    </span>
  );
}
