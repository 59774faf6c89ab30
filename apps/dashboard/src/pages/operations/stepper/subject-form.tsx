import { type SubmitEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useAnswer } from '../../../api/answers';
import { withQuery } from '../../../api/moment';
import { Field } from '../../../ui/field';
import styles from './stepper.module.css';

/** Takes the subject; what is on record is offered while one types. */
export function SubjectForm() {
  const choose = useChoose();
  const asked = new URLSearchParams(window.location.search).get('subject') ?? '';
  const [text, setText] = useState(asked);
  const list = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    choose(text.trim());
  };
  return (
    <form className={styles.choice} onSubmit={submit} aria-label="Choose what to step through">
      <Field
        label="Instrument or announcement"
        hint="MIC:SYMBOL such as XNAS:AMZN, or the id of an instrument or announcement."
      >
        {(input) => (
          <input
            {...input}
            list={list}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      <button type="submit" className="primary" disabled={text.trim() === ''}>
        Step through it
      </button>
      <Offered id={list} />
    </form>
  );
}

/** The first of what there is: whoever looks for another one knows its name. */
function Offered({ id }: { readonly id: string }) {
  const instruments = useAnswer('/v1/instruments', { query: { limit: 50 } });
  const announcements = useAnswer('/v1/announcements', { query: { limit: 50 } });
  return (
    <datalist id={id}>
      {instruments.data?.data.map(({ id: instrumentId, mic, symbol, name }) => (
        <option key={instrumentId} value={`${mic}:${symbol}`}>
          {name}
        </option>
      ))}
      {announcements.data?.data.map(({ id: announcementId, headline }) => (
        <option key={announcementId} value={announcementId}>
          {headline}
        </option>
      ))}
    </datalist>
  );
}

/** Puts another subject into the place; the model and the position are of the one before. */
function useChoose(): (subject: string) => void {
  const [path, navigate] = useLocation();
  return (subject) => {
    const query = new URLSearchParams(window.location.search);
    query.set('subject', subject);
    query.delete('model');
    query.delete('position');
    navigate(withQuery(path, query));
  };
}
