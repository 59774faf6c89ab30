import styles from './progress.module.css';

interface Props {
  /** What is being done, such as "Running the study". */
  readonly what: string;
  /** From 0 to 1; null where nobody knows how much there is. */
  readonly done: number | null;
  readonly onCancel?: () => void;
}

/** Long work: how far it is, and a way to end it. */
export function Progress({ what, done, onCancel }: Props) {
  return (
    <div className={styles.progress}>
      <label>
        {what}
        {done === null ? '…' : `: ${Math.floor(done * 100)}%`}
        <progress value={done ?? undefined} max={1} />
      </label>
      {onCancel !== undefined && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </div>
  );
}
