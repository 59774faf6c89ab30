import { coefficientNames } from '@streakline/event-study';
import type { Column } from '@streakline/web-api';
import type { StudyRequest } from '../../request/study-request';
import type { EventRow } from './event-row';

/**
 * The rows of a study in columns: the event, then its figures with the day or window in the name, such as `ar(-1)` (an
 * abnormal return), `t(0)` and `car(-1..1)`.
 */
export function eventColumns(request: StudyRequest): readonly Column<EventRow>[] {
  const { event, windows } = request;
  const days = Array.from({ length: event.to - event.from + 1 }, (_, i) => event.from + i);
  return [
    ...EVENT_COLUMNS,
    ...coefficientNames(request, ['benchmark', ...(request.factors ?? [])]).map((name, i) =>
      figure(name, (f) => f.coefficients[i]),
    ),
    ...days.map((day, i) => figure(`ar(${day})`, (f) => f.ar[i])),
    ...days.map((day, i) => figure(`t(${day})`, (f) => f.sar[i])),
    ...(request.omitFromEstimation === undefined
      ? []
      : days.map((day, i) => figure(`tWithAllDays(${day})`, (f) => f.sarWithAllDays?.[i]))),
    ...(['car', 'scar', 'bhar'] as const).flatMap((name) =>
      windows.map(({ from, to }, i) => figure(`${name}(${from}..${to})`, (f) => f.windows[i]?.[name])),
    ),
  ];
}

type Figures = NonNullable<EventRow['figures']>;

function figure(name: string, of: (figures: Figures) => number | null | undefined): Column<EventRow> {
  return { name, type: 'number', of: ({ figures }) => (figures && of(figures)) ?? null };
}

function text(name: string, of: (row: EventRow) => string | null): Column<EventRow> {
  return { name, type: 'text', of };
}

const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  text('id', ({ id }) => id),
  text('announcementId', ({ announcementId }) => announcementId),
  text('of', ({ of }) => of),
  text('headline', ({ headline }) => headline),
  text('kind', ({ kind }) => kind),
  text('role', ({ role }) => role),
  text('period', ({ period }) => period),
  text('instrument', ({ instrument }) => instrument),
  text('instrumentId', ({ instrumentId }) => instrumentId),
  text('sectors', ({ sectors }) => (sectors.length === 0 ? null : sectors.join(' '))),
  text('timing', ({ timing }) => timing),
  { name: 'assumed', type: 'boolean', of: ({ assumed }) => assumed },
  text('day0', ({ day0 }) => day0),
  text('baseSession', ({ baseSession }) => baseSession),
  { name: 'marketCap', type: 'number', of: ({ marketCap }) => marketCap },
  text('streakDirection', ({ streakAtBase }) => streakAtBase?.direction ?? null),
  { name: 'streakLength', type: 'integer', of: ({ streakAtBase }) => streakAtBase?.length ?? null },
  text('group', ({ group }) => group),
  { name: 'used', type: 'boolean', of: ({ used }) => used },
  text('leftOutFor', ({ suspicions }) => namesOf(suspicions, 'exclude')),
  text('warnings', ({ suspicions }) => namesOf(suspicions, 'warn')),
  { name: 'observations', type: 'integer', of: ({ figures }) => figures?.observations ?? null },
  figure('residualSd', ({ residualSd }) => residualSd),
];

function namesOf(suspicions: EventRow['suspicions'], policy: 'exclude' | 'warn'): string | null {
  const names = new Set(suspicions.filter((each) => each.policy === policy).map(({ screen }) => screen));
  return names.size === 0 ? null : [...names].join(' ');
}
