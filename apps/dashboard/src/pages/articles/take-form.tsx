import { ProblemError } from '@streakline/client';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useClient } from '../../api/client';
import { fieldErrors } from '../../api/field-errors';
import { useMoment } from '../../api/moment';
import { Problem } from '../../ui/problem';
import { ArticleInput } from './article-input';
import styles from './articles.module.css';
import { EMPTY, POINTERS, type RecordArticle, type TakeDraft, takeOf } from './take-fields';
import { WhatItSays } from './what-it-says';
import { useRecorded } from './use-recorded';

/** Takes an article, pasted or as a file, and leads to what was read from it. */
export function TakeForm() {
  const [draft, setDraft] = useState<TakeDraft>(EMPTY);
  const [isTold, setTold] = useState(false);
  const take = takeOf(draft);
  const taking = useTaking();
  const isPast = useMoment() !== null;
  const refused = fieldErrors(taking.error, Object.values(POINTERS).flat());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTold(true);
    if (take.request !== null) taking.mutate(take.request);
  };
  const change = (part: Partial<TakeDraft>) => {
    setDraft({ ...draft, ...part });
    setTold(false);
    taking.reset();
  };
  const errorsOf = (field: keyof TakeDraft) => {
    const own = take.errors[field];
    return [...(isTold && own !== undefined ? [own] : []), ...POINTERS[field].flatMap(refused.at)];
  };
  return (
    <form className="stack" onSubmit={submit} aria-label="Read an article" noValidate>
      <ArticleInput text={draft.text} errors={errorsOf('text')} onChange={(text) => change({ text })} />
      <WhatItSays draft={draft} errorsOf={errorsOf} onChange={change} />
      {isElsewhere(taking.error) ? (
        <TakenElsewhere />
      ) : (
        refused.elsewhere !== null && <Problem what="it read" error={refused.elsewhere} />
      )}
      <div className={styles.send}>
        <button type="submit" className="primary" disabled={taking.isPending}>
          {taking.isPending ? 'Reading…' : 'Read it'}
        </button>
        {isPast && <span className="soft">What is read is read now: the page goes back to now for it.</span>}
      </div>
    </form>
  );
}

function useTaking() {
  const client = useClient();
  const recorded = useRecorded();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (body: RecordArticle) => client.post('/v1/articles', { body }),
    onSuccess: (receipt) => {
      recorded(receipt);
      navigate(`/articles/${receipt.id}`);
    },
  });
}

/** A process that answers questions alone has no such route. */
function isElsewhere(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 404 || error.status === 405);
}

function TakenElsewhere() {
  return (
    <div className={styles.elsewhere} role="alert">
      <p>
        <strong>This address answers questions, and takes nothing in.</strong> Articles are taken by the process intake,
        or by <code>streakline import article report.md</code>; once one is on record it is shown here.
      </p>
    </div>
  );
}
