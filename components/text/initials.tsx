import styles from './initials.module.css';

function lettersOf(name: string): string {
  const words = name
    .replace(/[«»"„“]/g, '')
    .split(/\s+/)
    .filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase('ru'))
    .join('');
}

/** Two letters of a name in a disc; the name itself stands beside it. */
export function Initials({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={large ? `${styles.disc} ${styles.large}` : styles.disc} aria-hidden="true">
      {lettersOf(name)}
    </span>
  );
}
