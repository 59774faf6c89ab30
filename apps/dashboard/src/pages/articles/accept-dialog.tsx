import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useClient } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Problem } from '../../ui/problem';
import { TIMINGS } from '../../words/timings';
import { ANEW, type Timing, acceptanceOf, firstChoice, wantsTiming } from './acceptance';
import type { Proposal } from './article';
import styles from './articles.module.css';
import { Headline } from './on-record';
import { useRecorded } from './use-recorded';

interface Props {
  readonly articleId: string;
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDone: (announcementId: string) => void;
}

/** Which announcement the proposal is: one on record, or a new one. */
export function AcceptDialog({ articleId, proposal, onClose, onDone }: Props) {
  const { id: proposalId, headline, onRecord = [] } = proposal;
  const [choice, setChoice] = useState(firstChoice(proposal));
  const [timing, setTiming] = useState<Timing>('');
  const client = useClient();
  const recorded = useRecorded();
  const accepting = useMutation({
    mutationFn: () =>
      client.post('/v1/articles/{id}/proposals/{proposalId}/acceptance', {
        path: { id: articleId, proposalId },
        body: acceptanceOf(proposal, choice, timing),
      }),
    onSuccess: (receipt) => {
      recorded(receipt);
      onDone(receipt.id);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    accepting.mutate();
  };
  return (
    <Dialog title="Accept this announcement?" onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p dir="auto">{headline}</p>
        {onRecord.length > 0 && <WhichOne ids={onRecord} choice={choice} onChange={setChoice} />}
        {choice === ANEW && wantsTiming(proposal) && <TimeOfDay timing={timing} onChange={setTiming} />}
        {accepting.error !== null && <Problem what="it accepted" error={accepting.error} />}
        <div className="row">
          <button type="submit" className="primary" disabled={accepting.isPending}>
            {choice === ANEW ? 'Record the announcement' : 'It is that one'}
          </button>
          <button type="button" onClick={onClose}>
            Not now
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface WhichProps {
  readonly ids: readonly string[];
  readonly choice: string;
  readonly onChange: (choice: string) => void;
}

function WhichOne({ ids, choice, onChange }: WhichProps) {
  return (
    <fieldset className={styles.which}>
      <legend>Which announcement is it?</legend>
      {ids.map((id) => (
        <label key={id}>
          <input type="radio" name="which" checked={choice === id} onChange={() => onChange(id)} />
          <span dir="auto">
            On record: <Headline id={id} />
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name="which" checked={choice === ANEW} onChange={() => onChange(ANEW)} />
        Another one: record it anew
      </label>
    </fieldset>
  );
}

const TOLD = ['preMarket', 'intraday', 'afterClose'] as const;

function TimeOfDay({ timing, onChange }: { readonly timing: Timing; readonly onChange: (timing: Timing) => void }) {
  return (
    <Field label="Time of day" hint="The article tells the date alone. Not known: day 0 is marked assumed.">
      {(input) => (
        <select {...input} value={timing} onChange={(event) => onChange(event.target.value as Timing)}>
          <option value="">not known</option>
          {TOLD.map((told) => (
            <option key={told} value={told}>
              {TIMINGS[told]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
