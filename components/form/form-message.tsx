import notes from '@/components/states/note.module.css';

/** What is wrong with the whole form; it takes the focus when no single field is to blame. */
export function FormMessage({ message }: { message: string | null }) {
  if (!message) return null;
  return (
    <p role="alert" data-form-message="" tabIndex={-1} className={notes.bad}>
      {message}
    </p>
  );
}
