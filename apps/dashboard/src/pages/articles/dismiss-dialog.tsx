import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useClient } from '../../api/client';
import { fieldErrors } from '../../api/field-errors';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Problem } from '../../ui/problem';
import type { Proposal } from './article';
import { useRecorded } from './use-recorded';

interface Props {
  readonly articleId: string;
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The article tells no such announcement, or none worth recording. */
export function DismissDialog({ articleId, proposal: { id: proposalId, headline }, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const client = useClient();
  const recorded = useRecorded();
  const dismissing = useMutation({
    mutationFn: () =>
      client.post('/v1/articles/{id}/proposals/{proposalId}/dismissal', {
        path: { id: articleId, proposalId },
        body: reason.trim() === '' ? {} : { reason: reason.trim() },
      }),
    onSuccess: (receipt) => {
      recorded(receipt);
      onDone();
    },
  });
  const refused = fieldErrors(dismissing.error, ['/reason']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    dismissing.mutate();
  };
  return (
    <Dialog title="Dismiss this proposal?" onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p dir="auto">{headline}</p>
        <Field label="Why" hint="Kept with the change; may be left empty" errors={refused.at('/reason')}>
          {(input) => <input {...input} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {refused.elsewhere !== null && <Problem what="it dismissed" error={refused.elsewhere} />}
        <div className="row">
          <button type="submit" className="primary" disabled={dismissing.isPending}>
            Dismiss it
          </button>
          <button type="button" onClick={onClose}>
            Not now
          </button>
        </div>
      </form>
    </Dialog>
  );
}
