import styles from './brand.module.css';

export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="currentColor" />
      <path d="M8 10.5h12M8 15h6" stroke="var(--bg)" strokeWidth="2" strokeLinecap="round" fill="none" />
      <path d="m15.5 17.5 2.2 2.2 4-4.2" stroke="#7f90df" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" fill="none" />
    </svg>
  );
}

/** The product's mark and name, with a line below: the organisation, or what the product is. */
export function Brand({ name, line }: { name: string; line: string }) {
  return (
    <span className={styles.brand}>
      <BrandMark />
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.line}>{line}</span>
      </span>
    </span>
  );
}
