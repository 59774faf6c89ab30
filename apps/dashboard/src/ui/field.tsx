import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** For the input of a field: so that its hint and its errors are read with it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was typed, in words. */
  readonly errors?: readonly string[];
  readonly children: (input: FieldInput) => ReactNode;
}

/** An input with its name, what to type, and what was wrong with it. */
export function Field({ label, hint, errors = [], children }: Props) {
  const id = useId();
  const hasHint = hint !== undefined;
  const isWrong = errors.length > 0;
  const described = [hasHint && `${id}-hint`, isWrong && `${id}-error`].filter((part) => part !== false).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': isWrong || undefined })}
      {hasHint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {isWrong && (
        <div id={`${id}-error`} className={styles.error} role="alert">
          {errors.map((error) => (
            <p key={error}>
              <span aria-hidden="true">✕ </span>
              {error}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
