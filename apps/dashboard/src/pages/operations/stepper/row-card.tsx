import { useState } from 'react';
import { Badge } from '../../../ui/badge';
import { type Fate, fieldsOf, type FieldChange, type RowChange } from './diff-rows';
import styles from './stepper.module.css';

/** Each fate has a shape, a word and a colour. */
const LOOKS = {
  added: ['+', 'good'],
  removed: ['−', 'bad'],
  changed: ['±', 'mark'],
} as const;

interface Props {
  readonly change: RowChange;
  readonly row: string;
  readonly isOpen: boolean;
}

/** A row that an event touched, field by field; its fields are made out when it is opened. */
export function RowCard({ change, row, isOpen }: Props) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details open={open} className={styles.card} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <FateBadge fate={change.fate} /> {row} <strong>{change.key}</strong>
      </summary>
      {open && <Fields change={change} />}
    </details>
  );
}

function FateBadge({ fate }: { readonly fate: Fate }) {
  const [shape, tone] = LOOKS[fate];
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{shape} </span>
      {fate}
    </Badge>
  );
}

function Fields({ change }: { readonly change: RowChange }) {
  const fields = fieldsOf(change);
  return (
    <div className={styles.scroll} role="region" aria-label={`Fields of ${change.key}`} tabIndex={0}>
      <table className={styles.fields}>
        <caption className="visually-hidden">
          Fields of {change.key}, {change.fate}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {change.fate === 'changed' && <th scope="col">What became of it</th>}
            {change.before !== undefined && <th scope="col">Before</th>}
            {change.after !== undefined && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow key={field.path} field={field} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldRow({ field, change }: { readonly field: FieldChange; readonly change: RowChange }) {
  const { path, fate, before, after } = field;
  return (
    <tr className={styles[fate]}>
      <th scope="row">
        <code>{path}</code>
      </th>
      {change.fate === 'changed' && (
        <td>
          <FateBadge fate={fate} />
        </td>
      )}
      {change.before !== undefined && <Value text={before} />}
      {change.after !== undefined && <Value text={after} />}
    </tr>
  );
}

function Value({ text }: { readonly text: string | undefined }) {
  if (text === undefined)
    return (
      <td className="soft">
        <span className="visually-hidden">not there</span>
      </td>
    );
  return (
    <td>
      <code className={styles.value}>{text}</code>
    </td>
  );
}
