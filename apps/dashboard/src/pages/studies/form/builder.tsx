import { ProblemError } from '@streakline/client';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useClient } from '../../../api/client';
import { atMoment, useMoment } from '../../../api/moment';
import { Panel } from '../../../ui/panel';
import { Problem } from '../../../ui/problem';
import { askStudy, studyHref } from '../studies-api';
import styles from '../studies.module.css';
import { EventFields } from './event-fields';
import { eventDefaults, readEventForm } from './event-request';
import { problemsByField } from './field-of-pointer';
import { StreakFields } from './streak-fields';
import { readStreakForm, streakDefaults } from './streak-request';
import type { StudyKind } from './study-types';
import { FormContext, useFormValues, useShownProblems } from './use-form';

/** Asks for a study: the form is in the URL, so that a link shares it. */
export function Builder({ kind }: { readonly kind: StudyKind }) {
  const moment = useMoment();
  const defaults = useMemo(
    () => ({ ...(kind === 'event' ? eventDefaults : streakDefaults), known: moment ?? '' }),
    [kind, moment],
  );
  const { values, set, clear } = useFormValues(defaults);
  const read = useMemo(() => (kind === 'event' ? readEventForm(values) : readStreakForm(values)), [kind, values]);
  const { problemOf, tell, ask } = useShownProblems(read.problems, values, defaults);
  const form = useMemo(() => ({ values, set, problemOf }), [values, set, problemOf]);
  const asking = useAsking(kind, (problems) => tell(problemsByField(problems, Object.keys(defaults))));
  const place = useRef<HTMLFormElement>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask();
    if (read.request !== null) asking.mutate(read.request);
    else requestAnimationFrame(() => showFirstProblem(place.current));
  };
  return (
    <Panel title={kind === 'event' ? 'Ask for an event study' : 'Ask for a streak study'}>
      <form ref={place} className={styles.form} onSubmit={submit} noValidate aria-label="A study">
        <FormContext value={form}>
          {moment !== null && <MomentNote />}
          {kind === 'event' ? <EventFields /> : <StreakFields />}
        </FormContext>
        <Refusal error={asking.error} unplaced={problemOf('')} />
        <div className="row">
          <button type="submit" className="primary" disabled={asking.isPending}>
            {asking.isPending ? 'Asking…' : 'Run the study'}
          </button>
          <button type="button" onClick={clear}>
            Start afresh
          </button>
          <span className="soft">The link in the address bar holds this form.</span>
        </div>
      </form>
    </Panel>
  );
}

function MomentNote() {
  return (
    <p className={styles.note}>
      The app shows a past moment, so “As of” below is filled with it: the study will know nothing that came later.
      Empty that field to study all that is on record.
    </p>
  );
}

/** What the server refused: its fields say their part themselves. */
function Refusal({ error, unplaced }: { readonly error: Error | null; readonly unplaced: string | undefined }) {
  if (error === null) return null;
  const hasFields = error instanceof ProblemError && error.errors.length > 0;
  if (!hasFields) return <Problem what="the study" error={error} />;
  return (
    <p role="alert" className={styles.fieldProblem}>
      {unplaced ?? 'The server refused it: what it says stands at the fields above.'}
    </p>
  );
}

type Refused = ConstructorParameters<typeof ProblemError>[4];

function useAsking(kind: StudyKind, onRefused: (problems: Refused) => void) {
  const client = useClient();
  const moment = useMoment();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (request: object) => askStudy(client, kind, request),
    onSuccess: ({ id }) => navigate(atMoment(studyHref(id, kind), moment)),
    onError: (error) => {
      if (error instanceof ProblemError) onRefused(error.errors);
    },
  });
}

/** Opens what hides it, and puts the focus there. */
function showFirstProblem(form: HTMLFormElement | null): void {
  const alert = form?.querySelector('[aria-invalid="true"], [role="alert"]');
  for (let box = alert?.closest('details'); box; box = box.parentElement?.closest('details')) box.open = true;
  if (alert instanceof HTMLElement) {
    alert.focus();
    alert.scrollIntoView({ block: 'center' });
  }
}
