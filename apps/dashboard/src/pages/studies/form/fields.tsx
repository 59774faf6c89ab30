import type { ReactNode } from 'react';
import { Field } from '../../../ui/field';
import type { Named } from '../words/names';
import styles from '../studies.module.css';
import { useForm } from './use-form';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A text of the form. */
export function TextField({ name, label, hint, type = 'text' }: Props & { readonly type?: 'text' | 'date' }) {
  const { values, set, problemOf } = useForm();
  return (
    <Field label={label} hint={hint} errors={errorsOf(problemOf(name))}>
      {(input) => (
        <input
          {...input}
          type={type}
          autoComplete="off"
          spellCheck={false}
          value={values[name] ?? ''}
          onChange={(event) => set(name, event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function SelectField({ name, label, hint, options }: Props & { readonly options: Named<string> }) {
  const { values, set, problemOf } = useForm();
  return (
    <Field label={label} hint={hint} errors={errorsOf(problemOf(name))}>
      {(input) => (
        <select {...input} value={values[name] ?? ''} onChange={(event) => set(name, event.target.value)}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no. */
export function CheckField({ name, label, hint }: Props) {
  const { values, set, problemOf } = useForm();
  const problem = problemOf(name);
  return (
    <div className={styles.check}>
      <label>
        <input
          type="checkbox"
          checked={values[name] !== undefined && values[name] !== ''}
          aria-invalid={problem !== undefined || undefined}
          onChange={(event) => set(name, event.target.checked ? 'yes' : '')}
        />
        <span>
          {label}
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </span>
      </label>
      <FieldProblems problem={problem} />
    </div>
  );
}

/** Some of a few, as boxes; what is ticked stands in the form apart by commas. */
export function ChecksField({ name, label, hint, options }: Props & { readonly options: Named<string> }) {
  const { values, set, problemOf } = useForm();
  const ticked = (values[name] ?? '').split(',').filter((value) => value !== '');
  const toggle = (value: string, isTicked: boolean) => {
    const next = options.map(([each]) => each).filter((each) => (each === value ? isTicked : ticked.includes(each)));
    set(name, next.join(','));
  };
  return (
    <fieldset className={styles.checks}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div className={styles.boxes}>
        {options.map(([value, text]) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={ticked.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <FieldProblems problem={problemOf(name)} />
    </fieldset>
  );
}

/** What is wrong with something that is no single input. */
export function FieldProblems({ problem }: { readonly problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p className={styles.fieldProblem} role="alert">
      <span aria-hidden="true">✕ </span>
      {problem}
    </p>
  );
}

function errorsOf(problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [problem];
}
