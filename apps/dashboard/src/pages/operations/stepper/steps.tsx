import { useUrlState } from '../../../api/url-state';
import { Answered } from '../../../ui/answered';
import { Empty } from '../../../ui/empty';
import { Progress } from '../../../ui/progress';
import { useEventHeads } from './event-heads';
import { EventPayload } from './event-payload';
import type { ReadModel } from './read-models';
import { RowChanges } from './row-changes';
import { type EventHead, stepAt } from './step-at';
import { StepBar } from './step-bar';
import type { Subject } from './subject';

interface Props {
  readonly subject: Subject;
  readonly model: ReadModel;
}

/** The events of a subject, one at a time, the newest first of all. */
export function Steps({ subject, model }: Props) {
  const { query, read } = useEventHeads(subject, model);
  if (query.isFetching && query.data === undefined && read > 0)
    return <Progress what={`Reading events: ${read}`} done={null} />;
  return (
    <Answered query={query} what="the events that concern it">
      {(heads) => <AtStep heads={heads} subject={subject} model={model} />}
    </Answered>
  );
}

function AtStep({ heads, subject, model }: Props & { readonly heads: readonly EventHead[] }) {
  const [asked, setAsked] = useUrlState('position');
  const newest = heads.at(-1);
  if (newest === undefined) return <Empty>No event on record concerns it.</Empty>;
  const position = /^\d{1,15}$/.test(asked) && Number(asked) > 0 ? Number(asked) : newest.position;
  const step = stepAt(heads, position);
  return (
    <>
      <StepBar
        step={step}
        position={position}
        ends={[heads[0]?.position ?? position, newest.position]}
        total={heads.length}
        timeZone={subject.timeZone}
        onGo={(to) => setAsked(String(to))}
      />
      <EventPayload key={`payload ${position}`} position={position} />
      <RowChanges key={`${model.id} ${position}`} model={model} id={subject.id} position={position} />
    </>
  );
}
