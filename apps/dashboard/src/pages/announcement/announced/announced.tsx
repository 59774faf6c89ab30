import type { ReactNode } from 'react';
import { Panel } from '../../../ui/panel';
import { announcedInFull } from '../../../words/timings';
import type { Act, Announcement, Amendment, Reaction } from '../answers';
import { Amounts } from './amounts';
import styles from './announced.module.css';
import { Measures } from './measures';
import { candidatesInWords, certaintyInWords } from './moment-words';
import { Relations, Sources } from './sources';
import { Subjects } from './subjects';

interface Props {
  readonly announcement: Announcement;
  /** Of the original, where anything listed reacts: it knows the candidates of an assumed day 0. */
  readonly reaction: Reaction | undefined;
  readonly zone: string;
}

/** What was announced, by whom and when, with its amounts; then what each amendment changed. */
export function Announced({ announcement, reaction, zone }: Props) {
  const candidates = candidatesInWords(reaction?.candidates ?? [], reaction?.day0 ?? null);
  return (
    <Panel title="What was announced">
      <ActFacts act={announcement} zone={zone} candidates={candidates} />
      {announcement.amendments.map((amendment) => (
        <AmendmentFacts key={amendment.id} amendment={amendment} zone={zone} />
      ))}
    </Panel>
  );
}

type Facts = Partial<Omit<Act, 'period'>> & Pick<Act, 'certainty'> & { readonly period?: string | null };

interface FactsProps {
  readonly act: Facts;
  readonly zone: string;
  readonly candidates?: string | null;
}

function ActFacts({ act, zone, candidates = null }: FactsProps) {
  const { subjects = [], amounts = [], measures = [], sources = [], relations = [] } = act;
  return (
    <dl className={styles.facts}>
      <Fact name="When">
        {announcedInFull(act, zone)}
        <span className="soft"> ({certaintyInWords(act)})</span>
        {candidates !== null && <p>{candidates}</p>}
      </Fact>
      {subjects.length > 0 && (
        <Fact name="Whom">
          <Subjects subjects={subjects} />
        </Fact>
      )}
      {amounts.length > 0 && (
        <Fact name="How much">
          <Amounts amounts={amounts} />
        </Fact>
      )}
      {measures.length > 0 && (
        <Fact name="Measured">
          <Measures measures={measures} period={act.period ?? null} />
        </Fact>
      )}
      {sources.length > 0 && (
        <Fact name="Sources">
          <Sources sources={sources} zone={zone} />
        </Fact>
      )}
      {relations.length > 0 && (
        <Fact name="Related">
          <Relations relations={relations} />
        </Fact>
      )}
    </dl>
  );
}

function AmendmentFacts({ amendment, zone }: { readonly amendment: Amendment; readonly zone: string }) {
  return (
    <section className={styles.amendment} aria-label={`Amendment, ${announcedInFull(amendment, zone)}`}>
      <h3>Amended</h3>
      {amendment.headline !== undefined && <p>{amendment.headline}</p>}
      <ActFacts act={amendment} zone={zone} />
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
