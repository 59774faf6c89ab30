import styles from './states.module.css';

/** What is on its way; said to screen readers, and drawn quietly. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className={styles.loading} role="status">
      <span className={styles.bar} aria-hidden="true" />
      <span className={styles.bar} aria-hidden="true" />
      <span className={styles.bar} aria-hidden="true" />
      <span className="soft">Loading {what}…</span>
    </div>
  );
}
