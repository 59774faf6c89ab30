import { useId } from 'react';
import styles from './segmented.module.css';

interface Props<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side: a group of radio buttons, by arrow keys too. */
export function Segmented<T extends string>({ legend, options, value, onChange }: Props<T>) {
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map(([option, name]) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={group}
            className="visually-hidden"
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
