import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Why there is nothing, and what to do next. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}
