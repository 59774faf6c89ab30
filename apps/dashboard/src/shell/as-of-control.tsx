import { type SubmitEvent, useState } from 'react';
import { useMoment, useSetMoment } from '../api/moment';
import styles from './as-of.module.css';
import { momentOf } from './moment-of';

/** The one control of the app's moment. What is typed is local to the reader; what is asked is an instant in UTC. */
export function AsOfControl() {
  const moment = useMoment();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.control}>
      <button type="button" aria-expanded={isOpen} aria-controls="as-of" onClick={() => setOpen(!isOpen)}>
        As of: <strong>{shown(moment)}</strong>
      </button>
      {isOpen && <MomentForm key={moment} moment={moment} onDone={() => setOpen(false)} />}
    </div>
  );
}

function shown(moment: string | null): string {
  if (moment === null) return 'now';
  return momentOf(moment).error === null ? moment : 'no such moment';
}

function MomentForm({ moment, onDone }: { readonly moment: string | null; readonly onDone: () => void }) {
  const setMoment = useSetMoment();
  const [text, setText] = useState(moment ?? '');
  const asked = momentOf(text);
  const go = (to: string | null) => {
    setMoment(to);
    onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (asked.error === null) go(asked.moment);
  };
  const close = (event: { readonly key: string }) => {
    if (event.key === 'Escape') onDone();
  };
  return (
    <form id="as-of" className={styles.form} onSubmit={submit} onKeyDown={close} aria-label="As of">
      <label>
        Show what was known at
        <input
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="2026-02-06 or 2026-02-06T21:00:00Z"
          aria-describedby="as-of-hint"
          aria-invalid={text !== '' && asked.error !== null}
        />
      </label>
      <p id="as-of-hint" className="soft">
        {text === '' || asked.error === null
          ? 'A date is its end in UTC; an instant has its zone, such as 2026-02-06T16:00:00-05:00.'
          : asked.error}
      </p>
      <MomentButtons canGo={asked.error === null} isNow={moment === null} onNow={() => go(null)} onClose={onDone} />
    </form>
  );
}

interface ButtonsProps {
  readonly canGo: boolean;
  readonly isNow: boolean;
  readonly onNow: () => void;
  readonly onClose: () => void;
}

function MomentButtons({ canGo, isNow, onNow, onClose }: ButtonsProps) {
  return (
    <div className="row">
      <button type="submit" className="primary" disabled={!canGo}>
        Go there
      </button>
      <button type="button" disabled={isNow} onClick={onNow}>
        Back to now
      </button>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
