import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'plain' | 'good' | 'bad' | 'mark' | 'past';

/** A word or two that stand out. The words say it; the tone only helps. */
export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`${styles.badge ?? ''} ${styles[tone] ?? ''}`}>{children}</span>;
}
