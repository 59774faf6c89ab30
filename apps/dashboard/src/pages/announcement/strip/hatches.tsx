import styles from './strip.module.css';

/** The hatching of what came before, one for each direction. */
export function Hatches({ id }: { readonly id: string }) {
  return (
    <defs>
      {(['falls', 'rises'] as const).map((way) => (
        <pattern
          key={way}
          id={`${id}${way}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={styles.card} width="6" height="6" />
          <rect className={styles.faint} width="2" height="6" />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of a step before the announcement. */
export function hatchOf(id: string, change: number | null): string {
  return `url(#${id}${(change ?? 0) < 0 ? 'falls' : 'rises'})`;
}
