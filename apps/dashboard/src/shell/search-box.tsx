import { type ReactNode, useId, useRef } from 'react';
import { SearchResults } from './search/search-results';
import styles from './search/search.module.css';
import { useCombobox } from './search/use-combobox';

/** Finds instruments and announcements by ticker, name or words, wherever one is. */
export function SearchBox() {
  const id = useId();
  const { text, isOpen, chosen, found, type, open, close, go, onKeyDown } = useCombobox();
  return (
    <Place onLeave={close}>
      <input
        type="search"
        role="combobox"
        className={styles.input}
        aria-label="Search tickers, names and headlines"
        placeholder="Ticker, name or words"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen >= 0 ? `${id}-${chosen}` : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={open}
        onKeyDown={onKeyDown}
      />
      {isOpen && <SearchResults {...{ id, found, chosen, onGo: go }} />}
    </Place>
  );
}

interface PlaceProps {
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Closes what was found when the focus goes elsewhere. */
function Place({ onLeave, children }: PlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={place}
      role="search"
      aria-label="Everything"
      className={styles.place}
      onBlur={(event) => {
        if (place.current?.contains(event.relatedTarget) !== true) onLeave();
      }}
    >
      {children}
    </div>
  );
}
