import { useCallback } from 'react';
import { useIsNarrow } from '../table/use-is-narrow';
import { KINDS, RELATIONS } from '../words';
import styles from './filter-bar.module.css';
import type { FilterName, FilterState } from './use-filters';
import { useTyped } from './use-typed';

/** Which announcements the list shows. On a phone all but the words are folded away. */
export function FilterBar({ filters, set, clear }: FilterState) {
  const isNarrow = useIsNarrow();
  const rest = <Rest {...{ filters, set, clear }} />;
  const others = Object.keys(filters).filter((name) => name !== 'q').length;
  return (
    <form role="search" aria-label="Announcements" className={styles.bar} onSubmit={(event) => event.preventDefault()}>
      <Typed label="Words, ticker or name" name="q" type="search" {...{ filters, set }} />
      {isNarrow ? (
        <details className={styles.folded}>
          <summary>Filters{others > 0 && ` (${others} in force)`}</summary>
          <div className={styles.bar}>{rest}</div>
        </details>
      ) : (
        rest
      )}
    </form>
  );
}

function Rest({ filters, set, clear }: FilterState) {
  const field = (name: FilterName) => ({ value: filters[name] ?? '', onChange: (value: string) => set(name, value) });
  return (
    <>
      <Choice label="Kind" names={KINDS} all="All kinds" {...field('kind')} />
      <Choice label="What it did" names={RELATIONS} all="Whatever it did" {...field('relation')} />
      <Typed label="Instrument" name="instrument" placeholder="XNAS:AMZN" {...{ filters, set }} />
      <DateField label="From" {...field('from')} />
      <DateField label="Before" {...field('to')} />
      <button type="button" className={styles.clear} disabled={Object.keys(filters).length === 0} onClick={clear}>
        Clear
      </button>
    </>
  );
}

interface TypedProps extends Pick<FilterState, 'filters' | 'set'> {
  readonly label: string;
  readonly name: FilterName;
  readonly type?: 'search' | 'text';
  readonly placeholder?: string;
}

function Typed({ label, name, type = 'text', placeholder, filters, set }: TypedProps) {
  const change = useCallback((value: string) => set(name, value), [name, set]);
  const [text, setText] = useTyped(filters[name] ?? '', change);
  return (
    <label className={styles.field}>
      {label}
      <input
        type={type}
        maxLength={200}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({
  label,
  value,
  onChange,
  names,
  all,
}: FieldProps & { readonly names: Readonly<Record<string, string>>; readonly all: string }) {
  return (
    <label className={styles.field}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {Object.entries(names).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function DateField({ label, value, onChange }: FieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
