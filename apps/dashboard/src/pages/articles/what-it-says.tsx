import { Field } from '../../ui/field';
import styles from './articles.module.css';
import type { TakeDraft } from './take-fields';

interface Props {
  readonly draft: TakeDraft;
  readonly errorsOf: (field: keyof TakeDraft) => readonly string[];
  readonly onChange: (part: Partial<TakeDraft>) => void;
}

const FIELDS = [
  ['url', 'Address', 'https://…, which it is known by', 'url'],
  ['publisher', 'Publisher', 'Who published it', 'text'],
  ['published', 'Published', '2026-02-27T22:15:00Z, or the date', 'text'],
  ['title', 'Title', 'As it stands over it', 'text'],
  ['instruments', 'Instruments', 'XNAS:AMZN, where it does not name them', 'text'],
] as const;

/** What the text mostly says itself, in its front matter or its page: only what it does not say is wanted. */
export function WhatItSays({ draft, errorsOf, onChange }: Props) {
  return (
    <fieldset className={styles.says}>
      <legend>Where it does not say so itself</legend>
      <p className="soft">
        Address, publisher, title and date are read from its front matter or its page. What is typed here goes before.
      </p>
      <div className={styles.fields}>
        {FIELDS.map(([name, label, hint, mode]) => (
          <Field key={name} label={label} hint={hint} errors={errorsOf(name)}>
            {(input) => (
              <input
                {...input}
                inputMode={mode}
                autoComplete="off"
                value={draft[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
