import { type KeyboardEvent, useId, useState } from 'react';
import { useAnswer } from '../../../api/answers';
import styles from '../studies.module.css';
import { FieldProblems } from './fields';
import { useForm } from './use-form';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Takes one at most. */
  readonly single?: boolean;
}

const MOST_SHOWN = 8;

/** Instruments by search, or typed as MIC:SYMBOL: those chosen stand below, each with a way to take it out. */
export function InstrumentPicker({ name, label, hint, single = false }: Props) {
  const { values, set, problemOf } = useForm();
  const id = useId();
  const chosen = (values[name] ?? '').split(',').filter((ref) => ref !== '');
  const choose = (refs: readonly string[]) => set(name, refs.join(','));
  const problem = problemOf(name);
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <Search
        id={id}
        isInvalid={problem !== undefined}
        onPick={(ref) => choose(single ? [ref] : [...new Set([...chosen, ref])])}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      {chosen.length > 0 && (
        <ul className={styles.chips} aria-label={`${label}: chosen`}>
          {chosen.map((ref) => (
            <li key={ref}>
              <span>{ref}</span>
              <button type="button" onClick={() => choose(chosen.filter((each) => each !== ref))}>
                <span aria-hidden="true">✕</span>
                <span className="visually-hidden">Take out {ref}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldProblems problem={problem} />
    </div>
  );
}

interface SearchProps {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly onPick: (ref: string) => void;
}

interface Found {
  readonly ref: string;
  readonly name: string;
}

function Search({ id, isInvalid, onPick }: SearchProps) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(-1);
  const typed = text.trim();
  const found = useFound(typed);
  const type = (typing: string) => {
    setText(typing);
    setPlace(-1);
  };
  const pick = (ref: string) => {
    onPick(ref);
    type('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = movedPlace(event.key, place, found.length);
    if (moved !== null) setPlace(moved);
    else if (event.key === 'Escape') type('');
    else if (event.key === 'Enter' && typed !== '') pick(found[place]?.ref ?? refOf(typed, found));
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.search}>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder="Ticker, name, or MIC:SYMBOL; Enter takes it"
        value={text}
        {...comboboxOf(id, found, place)}
        aria-invalid={isInvalid || undefined}
        onKeyDown={onKeyDown}
        onChange={({ target }) => type(target.value)}
      />
      <Options id={id} found={found} place={place} onPick={pick} />
    </div>
  );
}

function comboboxOf(id: string, found: readonly Found[], place: number) {
  return {
    'aria-expanded': found.length > 0,
    'aria-controls': `${id}-found`,
    'aria-activedescendant': found[place] === undefined ? undefined : `${id}-${place}`,
    'aria-describedby': `${id}-hint`,
  };
}

function useFound(typed: string): readonly Found[] {
  const query = useAnswer('/v1/instruments', { query: { q: typed, limit: MOST_SHOWN } }, { enabled: typed !== '' });
  return typed === '' ? [] : (query.data?.data ?? []);
}

interface OptionsProps {
  readonly id: string;
  readonly found: readonly Found[];
  readonly place: number;
  readonly onPick: (ref: string) => void;
}

function Options({ id, found, place, onPick }: OptionsProps) {
  return (
    <div
      id={`${id}-found`}
      role="listbox"
      aria-label="Instruments found"
      className={styles.found}
      hidden={found.length === 0}
    >
      {found.map(({ ref, name }, index) => (
        <div
          key={ref}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === place}
          onMouseDown={(event) => {
            // Before the input loses the focus.
            event.preventDefault();
            onPick(ref);
          }}
        >
          <strong>{ref}</strong> <span>{name}</span>
        </div>
      ))}
    </div>
  );
}

/** The place that an arrow key leads to; null for other keys. */
function movedPlace(key: string, place: number, count: number): number | null {
  if (count === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return null;
  if (key === 'ArrowDown') return (place + 1) % count;
  return place <= 0 ? count - 1 : place - 1;
}

/** What was typed, if it is a reference; otherwise the first that was found, or what was typed for the server to refuse. */
function refOf(typed: string, found: readonly Found[]): string {
  return typed.includes(':') || typed.startsWith('ins_') ? typed : (found[0]?.ref ?? typed);
}
