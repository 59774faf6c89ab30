import { Fragment, type ReactNode } from 'react';
import { Evidence } from '../../../ui/evidence';
import { Link } from '../../../ui/link';
import { Panel } from '../../../ui/panel';
import { whole } from '../../../words/numbers';
import { instant } from '../../../words/times';
import { again } from '../form/again';
import type { EventRequest, StreakRequest } from '../form/study-types';
import { type AnyStudy, studyPath } from '../studies-api';
import styles from '../studies.module.css';
import { asEventRequest, asStreakRequest, daysWords, groupWords, windowText } from '../words/asked';
import { directions, modelExpects, models, nameOf, outcomes, studied } from '../words/names';
import { Conditions, InstrumentName } from './conditions';

type Line = readonly [label: string, content: ReactNode];

/** What was asked, and of what it rests on. */
export function Asked({ found }: { readonly found: AnyStudy }) {
  const { kind, study } = found;
  const lines =
    kind === 'event' ? eventLines(asEventRequest(study.request)) : streakLines(asStreakRequest(study.request));
  const { asOf } = asEventRequest(study.request);
  return (
    <Panel title="What was asked" aside={<Link href={again(found)}>Change it, and ask again</Link>}>
      <dl className={styles.asked}>
        {lines.map(([label, content]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{content}</dd>
          </Fragment>
        ))}
        <dt>Rests on</dt>
        <dd>
          position {whole(study.position)} of the event store: nothing that was recorded later enters, and it says the
          same for ever
          {asOf !== undefined && `; as of ${instant(asOf, 'UTC')}: nothing that became public later enters`}. Asked{' '}
          {instant(study.askedAt, 'UTC')}. <Evidence href={studyPath(study.id, kind)}>The API’s answer</Evidence>
        </dd>
      </dl>
    </Panel>
  );
}

function eventLines(request: EventRequest): readonly Line[] {
  const { selection, model, estimation, event, windows, value, benchmark, factors, groupBy, omitFromEstimation } =
    request;
  const more: readonly (Line | false)[] = [
    value !== 'return' && ['Studied', nameOf(studied, value)],
    benchmark !== undefined && ['Benchmark', <InstrumentName key="name" id={benchmark} />],
    factors !== undefined && [
      'Factors',
      factors.map((id) => (
        <Fragment key={id}>
          <InstrumentName id={id} />{' '}
        </Fragment>
      )),
    ],
    groupBy !== undefined && ['Groups', `by ${groupWords(groupBy)}`],
    omitFromEstimation !== undefined && [
      'Left out of the estimation',
      `${daysWords(omitFromEstimation)} of earlier announcements${omitFromEstimation.kinds === undefined ? '' : `: ${omitFromEstimation.kinds.join(', ')}`}`,
    ],
  ];
  return [
    ['Announcements', <Conditions key="selection" selection={selection} />],
    ['Expected', `${nameOf(models, model)}: ${modelExpects[model]}; estimated on ${daysWords(estimation)}`],
    ['Looked at', `${daysWords(event)} around day 0; windows ${windows.map(windowText).join(', ')}`],
    ...more.filter((line) => line !== false),
  ];
}

function streakLines({ selection, primary, window, horizon }: StreakRequest): readonly Line[] {
  return [
    ['Announcements', <Conditions key="selection" selection={selection} />],
    ['Above all', `${outcomes[primary.outcome]}, ${directions[primary.direction]}`],
    [
      'Held against',
      `sessions outside of ${daysWords(window)} of every announcement, of the same direction and length at base`,
    ],
    ['Horizon', `${horizon} sessions`],
  ];
}
