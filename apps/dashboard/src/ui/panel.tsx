import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Controls beside the title. */
  readonly aside?: ReactNode;
}

/** A part of a page, with its heading. */
export function Panel({ title, children, aside }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
