import { Panel } from '../../../ui/panel';
import { Problem } from '../../../ui/problem';
import { Progress } from '../../../ui/progress';
import type { StudyKind, StudySummary } from '../form/study-types';
import { useCancelling } from '../studies-api';
import { progressOf } from '../words/phase';

/** How far a study is, and a way to end it. It runs on the server: whoever leaves the page finds it there. */
export function UnderWay({ study, kind }: { readonly study: StudySummary; readonly kind: StudyKind }) {
  const cancelling = useCancelling(study.id, kind);
  return (
    <Panel title="Under way">
      <Progress {...progressOf(study)} {...(!cancelling.isPending && { onCancel: () => cancelling.mutate() })} />
      <p className="soft">
        It runs on the server, step by step. You can leave this page, or load it again: the study goes on.
      </p>
      {cancelling.error !== null && <Problem what="it cancelled" error={cancelling.error} />}
    </Panel>
  );
}
