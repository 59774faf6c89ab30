import type { Strip } from './strip';
import styles from './strip.module.css';

/** What the shapes mean. */
export function StripLegend({ strip: { sessions, stretches } }: { readonly strip: Strip }) {
  const has = (part: string) => sessions.some((session) => session.part === part);
  const direction = stretches.find(({ part }) => part === 'from')?.direction;
  return (
    <>
      {has('before') && <Item look="before" words="before the announcement" />}
      {has('from') && <Item look={direction === 'rising' ? 'rises' : 'falls'} words="from day 0 on" />}
      <Item look="context" words="other sessions" />
      <span>Each step runs from the close before to the session's own.</span>
    </>
  );
}

function Item({ look, words }: { readonly look: 'before' | 'falls' | 'rises' | 'context'; readonly words: string }) {
  return (
    <span>
      <svg className={styles.swatch} width="18" height="12" aria-hidden="true">
        <rect
          className={styles[look]}
          {...(look === 'before' && { fill: 'none' })}
          x="1"
          y="1"
          width="16"
          height="10"
        />
        {look === 'before' && <path className={styles.swatchHatch} d="M3 11L9 1M8 11L14 1M13 11L17 4" />}
      </svg>{' '}
      {words}
    </span>
  );
}
