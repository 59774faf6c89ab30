import { useUrlState } from '../../../api/url-state';
import { Answered } from '../../../ui/answered';
import { Empty } from '../../../ui/empty';
import { Panel } from '../../../ui/panel';
import { modelsOf } from './read-models';
import { Steps } from './steps';
import { type Subject, useSubject } from './subject';
import { SubjectForm } from './subject-form';
import { Segmented } from '../../../ui/segmented';

/** What each event did to a read model's rows: choose a subject, and walk through the events that concern it. */
export function StepperPanel() {
  const [text] = useUrlState('subject');
  return (
    <Panel title="Step by step: what an event did">
      <p className="soft">
        The rows of a read model as they were before an event, and after it: what was added, removed and changed.
      </p>
      <SubjectForm key={text} />
      {text === '' ? (
        <Empty>Choose an instrument or an announcement to walk through the events that concern it.</Empty>
      ) : (
        <Chosen text={text} />
      )}
    </Panel>
  );
}

function Chosen({ text }: { readonly text: string }) {
  const subject = useSubject(text);
  return (
    <Answered query={subject} what={`the instrument or announcement “${text}”`}>
      {(found) => <Stepper key={found.id} subject={found} />}
    </Answered>
  );
}

function Stepper({ subject }: { readonly subject: Subject }) {
  const models = modelsOf(subject.kind);
  const [asked, setModel] = useUrlState('model', models[0]?.id);
  const model = models.find(({ id }) => id === asked) ?? models[0];
  if (model === undefined) return null;
  return (
    <div className="stack">
      <p>
        <strong>{subject.name}</strong> <code>{subject.id}</code>
      </p>
      <div>
        <Segmented
          legend="Read model"
          options={models.map(({ id, name }) => [id, name] as const)}
          value={model.id}
          onChange={setModel}
        />
      </div>
      <Steps key={model.eventsOf} subject={subject} model={model} />
    </div>
  );
}
