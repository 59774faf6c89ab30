import type { ReactNode } from 'react';
import { reasonOf } from '../../ui/problem';
import { day } from '../../words/times';
import styles from './search.module.css';
import type { Found, FoundOption } from './use-found';

interface Props {
  readonly id: string;
  readonly found: Found;
  /** Place of the option that the arrow keys have reached; -1: none. */
  readonly chosen: number;
  readonly onGo: (href: string) => void;
}

/** What was found, as the options of a combobox: the focus stays in the field. */
export function SearchResults({ id, found: { options, isPending, error }, chosen, onGo }: Props) {
  const isNothing = options.length <= 1 && !isPending && error === null;
  return (
    <div className={styles.found}>
      <p className="visually-hidden" role="status">
        {isPending ? 'Searching' : `${options.length - 1} found`}
      </p>
      {error !== null && <p className={styles.said}>Could not search. {reasonOf(error)}</p>}
      {isNothing && <p className={styles.said}>Nothing begins with these words.</p>}
      <ul id={`${id}-list`} role="listbox" aria-label="Found" className={styles.list}>
        {options.map((option, i) => (
          <li
            key={option.href}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            className={styles.option}
            // The field would lose the focus, and close this list, before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(option.href)}
          >
            {shown(option)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function shown(option: FoundOption): ReactNode {
  if ('instrument' in option) {
    const { symbol, mic, name } = option.instrument;
    return (
      <>
        <strong>{symbol}</strong> <span dir="auto">{name}</span> <span className="soft">{mic}</span>
      </>
    );
  }
  if ('announcement' in option) {
    const { headline, announcedAt, announcedOn } = option.announcement;
    return (
      <>
        <span dir="auto">{headline}</span>{' '}
        <span className="soft">{day((announcedAt ?? announcedOn)?.slice(0, 10))}</span>
      </>
    );
  }
  return <span className={styles.all}>All announcements with “{option.words}”</span>;
}
